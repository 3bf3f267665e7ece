namespace AgencyGraph.Contract.Disclosure;

/// <summary>How many updates one person was sent within the last hour, to the minute.</summary>
internal sealed class HourOfUpdates : CountedHour
{
    private readonly int[] sent = new int[Hour];
    private long latest;
    private int sum;

    /// <summary>Counts one more; where that would be more than <paramref name="most"/>, counts none.</summary>
    /// <param name="minute">Now, in minutes of any clock that does not go back.</param>
    /// <param name="most">How many are permitted.</param>
    public bool TryAdd(long minute, int most)
    {
        lock (Counting)
        {
            Forget(minute);
            if (sum >= most)
                return false;
            sent[minute % Hour]++;
            sum++;
            return true;
        }
    }

    /// <summary>How many were sent within the hour.</summary>
    public int Sum(long minute)
    {
        lock (Counting)
        {
            Forget(minute);
            return sum;
        }
    }

    public override bool IsIdle(long minute) => Sum(minute) == 0;

    private void Forget(long minute)
    {
        for (var passed = Math.Max(latest + 1, minute - Hour + 1); passed <= minute; passed++)
        {
            sum -= sent[passed % Hour];
            sent[passed % Hour] = 0;
        }

        latest = Math.Max(latest, minute);
    }
}
