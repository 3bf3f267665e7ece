namespace AgencyGraph.Contract.Disclosure;

/// <summary>Which records one reader was shown within the last hour.</summary>
internal sealed class HourOfReading : CountedHour
{
    private readonly Dictionary<Guid, long> lastShown = [];
    private long prunedAt;

    /// <summary>Notes the records as shown; where that would be more than <paramref name="most"/>, notes none of them.</summary>
    /// <param name="minute">Now, in minutes of any clock that does not go back.</param>
    /// <param name="most">How many are permitted; null for any number.</param>
    public bool TryAdd(IReadOnlyCollection<Guid> ids, long minute, int? most)
    {
        lock (Counting)
        {
            Prune(minute);
            if (most is { } limit && lastShown.Count + ids.Count(id => !lastShown.ContainsKey(id)) > limit)
                return false;
            foreach (var id in ids)
                lastShown[id] = minute;
            return true;
        }
    }

    public override bool IsIdle(long minute)
    {
        lock (Counting)
        {
            Prune(minute);
            return lastShown.Count == 0;
        }
    }

    /// <summary>In how many minutes the first of the records counts no more; null where none was shown.</summary>
    public long? MinutesUntilFirstLeaves(long minute)
    {
        lock (Counting)
            return lastShown.Count == 0 ? null : lastShown.Values.Min() + Hour - minute;
    }

    private void Prune(long minute)
    {
        if (minute == prunedAt)
            return;
        prunedAt = minute;
        foreach (var (id, shownAt) in lastShown)
        {
            if (shownAt + Hour <= minute)
                _ = lastShown.Remove(id);
        }
    }
}
