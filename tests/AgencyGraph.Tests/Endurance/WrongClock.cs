namespace AgencyGraph.Tests.Endurance;

/// <summary>A machine's clock that goes at the right pace and shows the wrong time, to which it can be set.</summary>
internal sealed class WrongClock(TimeProvider right, TimeSpan ahead) : TimeProvider
{
    private long ticksAhead = ahead.Ticks;

    public override long TimestampFrequency => right.TimestampFrequency;

    public void Set(TimeSpan toAhead) => Interlocked.Exchange(ref ticksAhead, toAhead.Ticks);

    public override DateTimeOffset GetUtcNow() => right.GetUtcNow().AddTicks(Interlocked.Read(ref ticksAhead));

    public override long GetTimestamp() => right.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => right.CreateTimer(callback, state, dueTime, period);
}
