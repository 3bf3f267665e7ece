namespace AgencyGraph.Transport.Streams;

/// <summary>The one timer of a connection: closes it when nobody signs in in time, and then at the instant at which the token expires.</summary>
internal sealed class SessionTimer : IAsyncDisposable
{
    /// <summary>Timers count no further than 49 days; and the clock may be put on meanwhile.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly ConnectionEnding ending;
    private readonly ITimer timer;
    private volatile Expiry? expiry;

    /// <param name="initWait">How long signing in may take.</param>
    public SessionTimer(ConnectionEnding ending, TimeProvider clock, TimeSpan initWait)
    {
        this.ending = ending;
        timer = clock.CreateTimer(static self => ((SessionTimer)self!).Look(), this, initWait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Somebody has signed in, until then.</summary>
    public void ExpireAt(Expiry until)
    {
        expiry = until;
        Look();
    }

    public ValueTask DisposeAsync() => timer.DisposeAsync();

    private void Look()
    {
        var left = expiry?.Left;
        if (left is null)
            ending.Close(ConnectionClose.InitTimeout);
        else if (left <= TimeSpan.Zero)
            ending.Close(ConnectionClose.Expired);
        else
            _ = timer.Change(Shorter(left.Value), Timeout.InfiniteTimeSpan);
    }

    /// <summary>Timers cut off fractions of a millisecond, so the last one is waited for in full.</summary>
    private static TimeSpan Shorter(TimeSpan left)
        => left > LongestWait ? LongestWait : TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
}
