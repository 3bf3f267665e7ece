namespace AgencyGraph.Feed;

/// <summary>
/// Whether this server still sees what the database holds. Security: what it does not see it cannot confirm, so that nothing is pushed that was decided
/// before, until the database answers again.
/// </summary>
internal sealed class DatabaseContact(TimeProvider clock)
{
    /// <summary>From then on nothing is delivered.</summary>
    public static readonly TimeSpan BlindAfter = TimeSpan.FromSeconds(5);

    private long answeredTo = clock.GetTimestamp();
    private long answers;
    private TaskCompletionSource? looking;

    public TimeSpan Silence => clock.GetElapsedTime(Volatile.Read(ref answeredTo));

    public bool IsBlind => Silence > BlindAfter;

    /// <summary>How often it has answered.</summary>
    public long Answers => Volatile.Read(ref answers);

    /// <summary>When a question is put, by the clock of <see cref="Answered"/>.</summary>
    public long Ask() => clock.GetTimestamp();

    /// <summary>The database has answered what it was asked then: as of then, it is seen.</summary>
    public void Answered(long askedAt)
    {
        for (var known = Volatile.Read(ref answeredTo); known < askedAt; known = Volatile.Read(ref answeredTo))
        {
            if (Interlocked.CompareExchange(ref answeredTo, askedAt, known) == known)
                break;
        }

        _ = Interlocked.Increment(ref answers);
        Wake();
    }

    /// <summary>Done at the next answer, or when somebody wakes all who wait.</summary>
    public Task NextLookAsync()
    {
        if (Volatile.Read(ref looking) is { } known)
            return known.Task;
        var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref looking, fresh, null) ?? fresh).Task;
    }

    public void Wake() => Interlocked.Exchange(ref looking, null)?.TrySetResult();
}
