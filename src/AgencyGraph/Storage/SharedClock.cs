namespace AgencyGraph.Storage;

/// <summary>
/// The time that all servers on one database share: the database's. The machine gives the pace, and the instant only until the database has been asked;
/// from then on it is of no matter whether the machine's clock is wrong, or set. Security: when a token expires is not for each machine to say.
/// </summary>
public sealed class SharedClock(TimeProvider machine) : TimeProvider
{
    private volatile Known? known;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => known is { } since ? since.Instant + machine.GetElapsedTime(since.At) : machine.GetUtcNow();

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>The database has said what time it is. What can be true of both clocks, since the answer took its time, is left as it is.</summary>
    /// <param name="askedAt">By <see cref="GetTimestamp"/>, before the question was put.</param>
    /// <param name="answer">The database's time.</param>
    /// <returns>By how much this clock was put on, or back.</returns>
    public TimeSpan Heed(long askedAt, DateTimeOffset answer)
    {
        var (now, instant) = (machine.GetTimestamp(), GetUtcNow());
        var asked = instant - machine.GetElapsedTime(askedAt, now);
        var wrong = answer < asked ? answer - asked : answer > instant ? answer - instant : TimeSpan.Zero;
        known = new Known(instant + wrong, now);
        return wrong;
    }

    private sealed record Known(DateTimeOffset Instant, long At);
}
