using AgencyGraph.Contract;
using AgencyGraph.Transport.Streams;

namespace AgencyGraph.Transport.Sockets;

/// <summary>What each message of a client leads to.</summary>
internal sealed class Conversation(
    string name, SocketSession session, OperationRunner runner, OperationTable operations, ConnectionWriter writer,
    ConnectionEnding ending, TransportOptions options)
{
    public async ValueTask HearAsync(MessageReader.Kind kind, ReadOnlyMemory<byte> text)
    {
        if (kind == MessageReader.Kind.TooBig)
        {
            ending.Close(ConnectionClose.MessageTooBig);
            return;
        }

        var (message, fault) = kind == MessageReader.Kind.Text ? ClientMessage.Parse(text) : (null, "binary");
        using (message)
        {
            if (message is null)
                ending.Close(ConnectionClose.BadMessage(fault!));
            else
                await ObeyAsync(message);
        }
    }

    private async ValueTask ObeyAsync(ClientMessage message)
    {
        switch (message.Type)
        {
            case "connection_init":
                session.Begin(message.Payload);
                break;
            case "ping":
                await SayAsync(SocketProtocol.Pong(message.Payload));
                break;
            case "subscribe":
                await SubscribeAsync(message);
                break;
            case "complete":
                await runner.AbandonAsync(message.Id!);
                break;
        }
    }

    private async ValueTask SayAsync(ServerMessage message)
    {
        try
        {
            _ = await writer.WriteAsync(message, ending.Token);
        }
        catch (OperationCanceledException) when (ending.HasBegun)
        {
            // The socket began to end while the message waited for room: the closing frame is all that is left to say.
            return;
        }
    }

    private async ValueTask SubscribeAsync(ClientMessage message)
    {
        var (request, refusal) = RequestReader.Read(message.Payload!.Value);
        if (session.Current is not { } current)
            ending.Close(ConnectionClose.SubscribedTooEarly);
        else if (request is null)
            ending.Close(ConnectionClose.BadMessage(refusal!.CodeName));
        else
            await StartAsync(Begun(message.Id!), RequestReader.Keep(request), current with { RequestId = name });
    }

    private static Operation Begun(string id) => new(id, SocketProtocol.HeadOf(id));

    private async ValueTask StartAsync(Operation operation, GraphRequest request, Session current)
    {
        switch (operations.TryAdd(operation))
        {
            case OperationTable.Entry.Added:
                _ = runner.RunAsync(operation, request, current);
                return;
            case OperationTable.Entry.Duplicate:
                ending.Close(ConnectionClose.DuplicateId);
                break;
            case OperationTable.Entry.Full:
                var errors = Refusal.TooManyOperations(options.MaxOperations).ToErrors();
                await SayAsync(SocketProtocol.Shared.Error(operation, errors));
                break;
        }

        operation.Dispose();
    }
}
