using System.Buffers;
using System.Text.Json;
using AgencyGraph.Contract;
using AgencyGraph.Storage;

namespace AgencyGraph.Transport;

/// <summary>Why a transport did not pass a request on: an HTTP status, a stable code, and what the client can do about it.</summary>
internal sealed record Refusal(int StatusCode, ErrorCode Code, string Message)
{
    private const string Shape = "Send one JSON object: {\"query\": \"...\", \"variables\": {...}}.";

    public static readonly Refusal BatchingDisabled
        = new(400, ErrorCode.BatchingDisabled, "Batches are switched off. Send one request a call: a JSON object, not an array.");

    public static readonly Refusal NotAnObject = BadRequest($"The body is not a JSON object. {Shape}");

    public static readonly Refusal NotUnicode
        = BadRequest("The body is not valid Unicode text. Encode it as UTF-8, without half surrogate pairs.");

    public static readonly Refusal BrokenOff = BadRequest("The body was broken off, too slow, or wrongly framed. Send it again.");

    public static readonly Refusal QueryMissing = BadRequest($"There is no query. {Shape}");

    public static readonly Refusal SubscriptionForOneAnswer
        = BadRequest("Open a subscription over a WebSocket (subprotocol graphql-transport-ws), or as server-sent events at /graphql/stream.");

    public static readonly Refusal MethodNotAllowed
        = new(405, ErrorCode.MethodNotAllowed, "Send the request with POST, or a query with GET.");

    public static readonly Refusal MutationByGet = new(405, ErrorCode.MethodNotAllowed, "A mutation is not made by GET. Send it with POST.");

    public static readonly Refusal PreflightRequired
        = new(400, ErrorCode.PreflightRequired, "A GET needs the header X-Purpose, or GraphQL-Require-Preflight: 1.");

    public static readonly Refusal NotAcceptable
        = new(406, ErrorCode.NotAcceptable, "Accept application/graphql-response+json or application/json; at /graphql/stream, text/event-stream.");

    public static readonly Refusal UnsupportedMediaType
        = new(415, ErrorCode.UnsupportedMediaType, "Send the body as Content-Type: application/json, in UTF-8, without Content-Encoding.");

    public static readonly Refusal OriginNotAllowed
        = new(403, ErrorCode.OriginNotAllowed, "Web pages of this origin may not open a socket here. Ask the operator to allow the origin.");

    public static readonly Refusal TooManyConnections
        = new(503, ErrorCode.TooManyConnections, "As many sockets and streams are open as may be. Close those that are not used, and connect again after a while.");

    public static Refusal BadRequest(string message) => new(400, ErrorCode.BadRequest, message);

    public static Refusal NotJson(JsonException exception)
        => BadRequest($"The body is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}). {Shape}");

    public static Refusal WrongType(string property, string expected) => BadRequest($"\"{property}\" must be {expected}.");

    public static Refusal BodyTooLarge(int most)
        => new(413, ErrorCode.BodyTooLarge, $"The body is larger than {most} bytes. Send less at a time.");

    public static Refusal TooManyOperations(int most)
        => new(429, ErrorCode.TooManyOperations, $"{most} operations are running on this socket. Complete one first, or open another socket.");

    public static Refusal Internal(string requestId)
        => new(500, ErrorCode.Internal, "Something went wrong on the server. Try again; if it persists, report the request id.") { RequestId = requestId };

    /// <summary>The code as it is written.</summary>
    public string CodeName => EnumNames.NameOf(Code);

    /// <summary>What the operator finds the fault by; null when there was none.</summary>
    public string? RequestId { get; private init; }

    /// <summary>A GraphQL response.</summary>
    public ReadOnlyMemory<byte> ToBody() => Write(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("errors");
        WriteErrors(json);
        json.WriteEndObject();
    });

    /// <summary>The array of errors alone.</summary>
    public ReadOnlyMemory<byte> ToErrors() => Write(WriteErrors);

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
            write(json);
        return buffer.WrittenMemory;
    }

    private void WriteErrors(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString("message", Message);
        json.WriteStartObject("extensions");
        json.WriteString("code", CodeName);
        if (RequestId is not null)
            json.WriteString("requestId", RequestId);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
