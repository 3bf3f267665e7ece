namespace AgencyGraph.Feed;

/// <summary>The sign of life of this server's reading of the feed.</summary>
internal sealed class PumpPulse(TimeProvider clock)
{
    /// <summary>Three times as long as the pump ever waits between two readings.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private volatile Beaten? last;

    /// <summary>Whether the feed was read, or an entry of it delivered, not long ago.</summary>
    public bool IsFelt => last is { } beat && clock.GetElapsedTime(beat.At) <= Longest;

    /// <summary>How far delivery is behind what was recorded; it grows while the feed is not read.</summary>
    public TimeSpan Lag => last is { } beat ? beat.Lag + clock.GetElapsedTime(beat.At) : TimeSpan.Zero;

    /// <param name="recordedAt">When the fact was recorded that was reached; null when there is nothing left to read.</param>
    public void Beat(DateTime? recordedAt)
    {
        var lag = recordedAt is { } at ? clock.GetUtcNow().UtcDateTime - at : TimeSpan.Zero;
        last = new Beaten(clock.GetTimestamp(), lag > TimeSpan.Zero ? lag : TimeSpan.Zero);
    }

    private sealed record Beaten(long At, TimeSpan Lag);
}
