namespace AgencyGraph.Upkeep;

/// <summary>How long to wait before trying again: doubling from 100 ms, up to a bound.</summary>
internal static class BackOff
{
    public static TimeSpan After(int failures, TimeSpan longest)
        => TimeSpan.FromMilliseconds(Math.Min(longest.TotalMilliseconds, 100 * Math.Pow(2, Math.Min(failures, 16) - 1)));
}
