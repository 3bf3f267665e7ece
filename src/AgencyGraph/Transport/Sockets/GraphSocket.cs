using System.Net.WebSockets;
using AgencyGraph.Contract;
using AgencyGraph.Transport.Streams;
using AgencyGraph.Visibility;

namespace AgencyGraph.Transport.Sockets;

/// <summary>
/// One graphql-transport-ws socket, from the handshake until one side has closed.
/// https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
/// </summary>
internal sealed class GraphSocket : IAsyncDisposable
{
    public const string Subprotocol = "graphql-transport-ws";

    private readonly string name;
    private readonly TransportOptions options;
    private readonly ILogger logger;
    private readonly MessageReader reader;
    private readonly ConnectionWriter writer;
    private readonly Conversation conversation;
    private readonly SocketSession session;
    private readonly ConnectionEnding ending;

    public GraphSocket(
        HttpContext handshake, WebSocket socket, ConnectionPlace place, IGraphService graph, ISignIn signIn, TransportOptions options, TimeProvider clock,
        ILogger logger)
    {
        (name, this.options, this.logger) = (handshake.TraceIdentifier, options, logger);
        reader = new MessageReader(socket, options.MaxMessageBytes);
        var wire = new SocketWire(socket);
        writer = new ConnectionWriter(wire, options, clock);
        var operations = new OperationTable(options.MaxOperations);
        ending = new ConnectionEnding(name, wire, writer, operations, options, clock, logger);
        session = new SocketSession(handshake, signIn, place, writer, ending, options, clock, logger);
        var runner = new OperationRunner(graph, SocketProtocol.Shared, writer, operations, ending, logger);
        conversation = new Conversation(name, session, runner, operations, writer, ending, options);
    }

    /// <summary>Ends when the socket has closed and its operations have stopped.</summary>
    public async Task RunAsync(CancellationToken serverStops)
    {
        logger.ConnectionOpened(name);
        await using var stop = serverStops.UnsafeRegister(_ => ending.Stop(), null);
        await ReadAllAsync();
        ending.Farewell();
        await FinishWritingAsync();
        await ending.EndAsync(session.WhenEndedAsync());
        logger.ConnectionEnded(name);
    }

    /// <summary>The client and the server have no subprotocol in common. To be called before the socket runs.</summary>
    public void Refuse() => ending.Close(ConnectionClose.WrongSubprotocol);

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        await session.DisposeAsync();
        await ending.DisposeAsync();
        await writer.DisposeAsync();
    }

    private async Task FinishWritingAsync()
    {
        try
        {
            await writer.WhenFinishedAsync();
        }
        catch (Exception exception) when (IsLoss(exception))
        {
            if (!writer.CutOffSlow)
                logger.ConnectionLost(name, exception.GetType().Name);
        }

        // A send into a connection that was cut may also end without an exception.
        if (writer.CutOffSlow)
            logger.SlowConsumer(name, options.SendWait);
    }

    private async Task ReadAllAsync()
    {
        try
        {
            while (true)
            {
                var begun = await reader.BeginAsync(CancellationToken.None);
                var (kind, text) = await reader.ReadAsync(begun, CancellationToken.None);
                if (kind == MessageReader.Kind.Closed)
                    return;
                if (!ending.HasBegun)
                    await conversation.HearAsync(kind, text);
                reader.Release();
            }
        }
        catch (Exception exception) when (IsLoss(exception))
        {
            logger.ConnectionLost(name, exception.GetType().Name);
        }
        catch (Exception exception)
        {
            logger.RequestFailed(name, Fault.Describe(exception));
            ending.Close(ConnectionClose.TryAgainLater);
        }
    }

    private static bool IsLoss(Exception exception)
        => exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException;
}
