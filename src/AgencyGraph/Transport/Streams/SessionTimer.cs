namespace AgencyGraph.Transport.Streams;

/// <summary>The one timer of a connection: closes it when nobody signs in in time, and then at the instant at which the token expires.</summary>
internal sealed class SessionTimer : IAsyncDisposable
{
    /// <summary>Timers count no further than 49 days; and the wall clock may be set meanwhile.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly ConnectionEnding ending;
    private readonly TimeProvider clock;
    private readonly ITimer timer;
    private long expiresAt;

    /// <param name="initWait">How long signing in may take.</param>
    public SessionTimer(ConnectionEnding ending, TimeProvider clock, TimeSpan initWait)
    {
        (this.ending, this.clock) = (ending, clock);
        timer = clock.CreateTimer(static self => ((SessionTimer)self!).Look(), this, initWait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Somebody has signed in, until this instant.</summary>
    public void ExpireAt(DateTimeOffset instant)
    {
        Volatile.Write(ref expiresAt, instant.UtcTicks);
        Look();
    }

    public ValueTask DisposeAsync() => timer.DisposeAsync();

    private void Look()
    {
        var instant = Volatile.Read(ref expiresAt);
        var left = TimeSpan.FromTicks(instant - clock.GetUtcNow().UtcTicks);
        if (instant == 0)
            ending.Close(ConnectionClose.InitTimeout);
        else if (left <= TimeSpan.Zero)
            ending.Close(ConnectionClose.Expired);
        else
            _ = timer.Change(Shorter(left), Timeout.InfiniteTimeSpan);
    }

    /// <summary>Timers cut off fractions of a millisecond, so the last one is waited for in full.</summary>
    private static TimeSpan Shorter(TimeSpan left)
        => left > LongestWait ? LongestWait : TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
}
