using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using AgencyGraph.Contract;
using AgencyGraph.Transport.Streams;

namespace AgencyGraph.Transport.Sockets;

/// <summary>The server's messages of graphql-transport-ws, each with its members in one order.</summary>
internal sealed class SocketProtocol : IProtocol
{
    private static readonly byte[] End = "}"u8.ToArray();
    private static readonly byte[] PongWords = """{"type":"pong","payload":"""u8.ToArray();

    public static SocketProtocol Shared { get; } = new();

    public static ServerMessage Acknowledgement { get; } = new(null, """{"type":"connection_ack"}"""u8.ToArray());

    private static readonly ServerMessage BarePong = new(null, """{"type":"pong"}"""u8.ToArray());

    public static ServerMessage Pong(JsonElement? payload)
        => payload is { } given ? new(null, PongWords, JsonMarshal.GetRawUtf8Value(given).ToArray(), End) : BarePong;

    /// <summary>What stands before each result of an operation.</summary>
    public static ReadOnlyMemory<byte> HeadOf(string id) => Words(id, "next", ",\"payload\":");

    public ServerMessage Next(Operation operation, StreamResult result) => new(operation, operation.Head, result.Body, End);

    public ServerMessage Error(Operation operation, ReadOnlyMemory<byte> errors)
        => new(operation, Words(operation.Id, "error", ",\"payload\":"), errors, End);

    public ServerMessage Complete(Operation operation) => new(operation, Words(operation.Id, "complete", "}"));

    private static byte[] Words(string id, string type, string rest)
        => Encoding.UTF8.GetBytes($"{{\"id\":{JsonSerializer.Serialize(id)},\"type\":\"{type}\"{rest}");
}
