namespace AgencyGraph.Feed;

/// <summary>Tells this node's pump that something was committed. It only saves waiting: the pump looks twice a second anyway.</summary>
public sealed class FeedSignal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0);
    private int isPending;

    public void Wake()
    {
        if (Interlocked.Exchange(ref isPending, 1) == 0)
            semaphore.Release();
    }

    public void Dispose() => semaphore.Dispose();

    internal async Task WaitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        if (await semaphore.WaitAsync(limit, cancellationToken))
            Volatile.Write(ref isPending, 0);
    }
}
