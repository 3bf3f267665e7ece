using AgencyGraph.Contract;
using AgencyGraph.Transport.Streams;

namespace AgencyGraph.Transport.Sse;

/// <summary>One operation and the response that carries its results, until either side has ended it.</summary>
internal sealed class EventConnection : IAsyncDisposable
{
    private readonly string name;
    private readonly EventWire wire;
    private readonly TransportOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly ConnectionWriter writer;
    private readonly OperationTable operations = new(most: 1);
    private readonly ConnectionEnding ending;
    private readonly OperationRunner runner;

    public EventConnection(string name, EventWire wire, IGraphService graph, TransportOptions options, TimeProvider clock, ILogger logger)
    {
        (this.name, this.wire, this.options, this.clock, this.logger) = (name, wire, options, clock, logger);
        writer = new ConnectionWriter(wire, options, clock);
        ending = new ConnectionEnding(name, wire, writer, operations, options, clock, logger);
        runner = new OperationRunner(graph, new EventProtocol(), writer, operations, ending, logger);
    }

    /// <summary>Ends when all is sent, or the connection has ended, and the operation has stopped.</summary>
    public async Task RunAsync(GraphRequest request, Session session, CancellationToken clientLeaves, CancellationToken serverStops)
    {
        logger.ConnectionOpened(name);
        wire.Begin();
        var expiry = new Expiry(session.ExpiresAt, clock);
        writer.SendNothingFrom(expiry);
        await using var leave = clientLeaves.UnsafeRegister(_ => ending.Farewell(), null);
        await using var stop = serverStops.UnsafeRegister(_ => ending.Stop(), null);
        var writing = WriteAllAsync();
        await using var expiring = new SessionTimer(ending, clock, Timeout.InfiniteTimeSpan);
        expiring.ExpireAt(expiry);
        var keepingAlive = UntilEndedAsync(KeepAliveAsync());
        _ = ServeAsync(request, session);
        await writing;
        await ending.EndAsync(keepingAlive);
        logger.ConnectionEnded(name);
    }

    public async ValueTask DisposeAsync()
    {
        await ending.DisposeAsync();
        await writer.DisposeAsync();
    }

    /// <summary>Not waited for without end: an operation that does not listen is left behind, as on a socket.</summary>
    private async Task ServeAsync(GraphRequest request, Session session)
    {
        var operation = new Operation("", default);
        _ = operations.TryAdd(operation);
        await runner.RunAsync(operation, request, session);
        ending.Done();
    }

    private async Task WriteAllAsync()
    {
        try
        {
            await writer.WhenFinishedAsync();
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException)
        {
            if (!writer.CutOffSlow)
                logger.ConnectionLost(name, exception.GetType().Name);
            ending.Farewell();
        }

        if (writer.CutOffSlow)
            logger.SlowConsumer(name, options.SendWait);
    }

    /// <summary>At once, so that the client learns that it was let in; then as often as an idle socket is pinged.</summary>
    private async Task KeepAliveAsync()
    {
        using var timer = new PeriodicTimer(options.KeepAliveInterval, clock);
        do
            _ = await writer.WriteAsync(EventProtocol.KeepAlive, ending.Token);
        while (await timer.WaitForNextTickAsync(ending.Token));
    }

    private async Task UntilEndedAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (OperationCanceledException) when (ending.HasBegun)
        {
            // The connection has ended, which is what it waited for.
            return;
        }
    }
}
