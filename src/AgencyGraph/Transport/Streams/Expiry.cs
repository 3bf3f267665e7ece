namespace AgencyGraph.Transport.Streams;

/// <summary>When a session ends: at an instant, and no later where the clock is set back meanwhile.</summary>
internal sealed class Expiry(DateTimeOffset instant, TimeProvider clock)
{
    private readonly long from = clock.GetTimestamp();
    private readonly TimeSpan length = instant - clock.GetUtcNow();

    public bool IsPast => Left <= TimeSpan.Zero;

    public TimeSpan Left
    {
        get
        {
            var (byClock, byPace) = (instant - clock.GetUtcNow(), length - clock.GetElapsedTime(from));
            return byClock < byPace ? byClock : byPace;
        }
    }
}
