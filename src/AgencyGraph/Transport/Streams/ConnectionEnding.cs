using AgencyGraph.Visibility;

namespace AgencyGraph.Transport.Streams;

/// <summary>How a connection ends: once, for the first reason that comes up, and in bounded time.</summary>
internal sealed class ConnectionEnding : IAsyncDisposable
{
    private readonly string name;
    private readonly ConnectionWriter writer;
    private readonly OperationTable operations;
    private readonly TransportOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly CancellationTokenSource source = new();
    private readonly IWire wire;
    private ITimer? patience;
    private bool isDisposed;
    private TaskCompletionSource? told;

    public ConnectionEnding(
        string name, IWire wire, ConnectionWriter writer, OperationTable operations, TransportOptions options, TimeProvider clock, ILogger logger)
    {
        (this.name, this.wire, this.writer, this.operations) = (name, wire, writer, operations);
        (this.options, this.clock, this.logger) = (options, clock, logger);
        Token = source.Token;
        // The client comes back with its last cursor, and what it may still see is decided then.
        writer.Overruled = () => Close(ConnectionClose.TryAgainLater);
        writer.WhenStale = () => Close(ConnectionClose.Unavailable);
    }

    /// <summary>Cancelled when the connection begins to end.</summary>
    public CancellationToken Token { get; }

    public bool HasBegun => Volatile.Read(ref told) is not null;

    /// <summary>The server closes the connection now; what waits to be sent is dropped.</summary>
    public void Close(ConnectionClose why)
    {
        if (!Begin())
            return;
        logger.ConnectionClosed(name, why.Code, why.Reason);
        Finish(why, drop: true);
        _ = TellAsync();
    }

    /// <summary>The server shuts down: the streams are told, what they have yielded is sent, then the connection is closed.</summary>
    public void Stop()
    {
        if (!Begin())
            return;
        logger.ConnectionClosed(name, ConnectionClose.Restarting.Code, ConnectionClose.Restarting.Reason);
        _ = TellAsync(async () =>
        {
            _ = await HaveStoppedAsync(operations.WhenAllStoppedAsync());
            Finish(ConnectionClose.Restarting, drop: false);
        });
    }

    /// <summary>The client has closed its side, or is gone.</summary>
    public void Farewell()
    {
        if (Begin())
            _ = TellAsync();
        Finish(ConnectionClose.Farewell, drop: true);
    }

    /// <summary>All is said: what waits is sent, at the pace of a client that reads.</summary>
    public void Done()
    {
        if (!Begin())
            return;
        writer.Finish(ConnectionClose.Farewell, drop: false);
        _ = TellAsync();
    }

    /// <summary>Waits for the session and the operations, which have been told. One that does not listen is left behind and reported.</summary>
    public async Task EndAsync(Task session)
    {
        await told!.Task; // To be called when it has begun.
        if (!await HaveStoppedAsync(Task.WhenAll(session, operations.WhenAllStoppedAsync())))
            logger.OperationsHang(name, operations.Running, options.CloseWait);
    }

    public async ValueTask DisposeAsync()
    {
        ITimer? last;
        lock (source)
            (last, isDisposed) = (patience, true);
        if (last is not null)
            await last.DisposeAsync();
        source.Dispose();
    }

    private bool Begin()
        => !HasBegun && Interlocked.CompareExchange(ref told, new(TaskCreationOptions.RunContinuationsAsynchronously), null) is null;

    private void Finish(ConnectionClose why, bool drop)
    {
        writer.Finish(why, drop);
        lock (source)
        {
            if (patience is not null)
                _ = patience.Change(options.CloseWait, Timeout.InfiniteTimeSpan);
            else if (!isDisposed)
                patience = clock.CreateTimer(static wire => ((IWire)wire!).Abort(), wire, options.CloseWait, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task TellAsync(Func<Task>? then = null)
    {
        try
        {
            await Task.WhenAll(source.CancelAsync(), operations.EndAllAsync());
        }
        catch (AggregateException exception)
        {
            // Something that listened to the cancellation failed: the others have been told all the same.
            logger.RequestFailed(name, Fault.Describe(exception));
        }

        if (then is not null)
            await then();
        told!.SetResult(); // It has begun.
    }

    private async Task<bool> HaveStoppedAsync(Task work)
    {
        try
        {
            await work.WaitAsync(options.CloseWait, clock);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
