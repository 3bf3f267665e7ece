using System.Text;
using AgencyGraph.Contract;
using AgencyGraph.Transport.Streams;

namespace AgencyGraph.Transport.Sse;

/// <summary>
/// The server's messages of GraphQL over server-sent events, in the mode of distinct connections.
/// https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
/// </summary>
internal sealed class EventProtocol : IProtocol
{
    private static readonly byte[] NextWords = "event: next\ndata: "u8.ToArray();
    private static readonly byte[] ErrorWords = "event: next\ndata: {\"errors\":"u8.ToArray();
    private static readonly byte[] CompleteWords = "event: complete\ndata:\n\n"u8.ToArray();
    private static readonly byte[] EndOfEvent = "\n\n"u8.ToArray();
    private static readonly byte[] EndOfErrors = [.. "}\n\n"u8, .. CompleteWords];

    /// <summary>A comment: no event, but the connection is seen to live.</summary>
    public static ServerMessage KeepAlive { get; } = new(null, ":\n\n"u8.ToArray());

    /// <summary>Only a result from which a stream can be resumed has an id: a client sends the last one that it heard.</summary>
    public ServerMessage Next(Operation operation, StreamResult result)
        => new(operation, HeadOf(result), result.Body, EndOfEvent);

    public ServerMessage Error(Operation operation, ReadOnlyMemory<byte> errors) => new(operation, ErrorWords, errors, EndOfErrors);

    public ServerMessage Complete(Operation operation) => new(operation, CompleteWords);

    /// <summary>Why the stream breaks off, in a comment: to a client it is a lost connection, after which it comes again.</summary>
    public static byte[] Closing(ConnectionClose why) => Encoding.UTF8.GetBytes($": {why.Code} {why.Reason.ReplaceLineEndings(" ")}\n\n");

    private static byte[] HeadOf(StreamResult result)
        => result.Cursor is null ? NextWords : Encoding.ASCII.GetBytes($"id: {result.Cursor}\nevent: next\ndata: ");
}
