namespace AgencyGraph.Contract.Disclosure;

/// <summary>What is counted of one reader within the last hour, in minutes of any clock that does not go back.</summary>
internal abstract class CountedHour
{
    protected const int Hour = 60;

    private long? alertedAt;

    protected Lock Counting { get; } = new();

    /// <summary>Whether nothing was counted within the hour.</summary>
    public abstract bool IsIdle(long minute);

    /// <summary>True once an hour.</summary>
    public bool IsToBeAlerted(long minute)
    {
        lock (Counting)
        {
            if (alertedAt + Hour > minute)
                return false;
            alertedAt = minute;
            return true;
        }
    }
}
