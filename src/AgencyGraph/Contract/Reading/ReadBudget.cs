namespace AgencyGraph.Contract.Reading;

/// <summary>How many rows one operation may read, and has read.</summary>
internal sealed class ReadBudget(int most)
{
    private int spent;

    /// <exception cref="ReadRefusedException">It has read as many as it may.</exception>
    public void SpendOne()
    {
        if (Interlocked.Increment(ref spent) > most)
            throw new ReadRefusedException(ErrorCode.AnswerTooLarge, $"The answer would need more than {most} rows. Ask for less: smaller pages, fewer lists.");
    }
}
