using System.Text.Json;

namespace AgencyGraph.Transport.Sockets;

/// <summary>What a client may say on a graphql-transport-ws socket. It reads from the document it was parsed from, and ends with it.</summary>
internal sealed record ClientMessage(string Type, string? Id, JsonElement? Payload) : IDisposable
{
    /// <summary>An id is repeated in every frame of its stream.</summary>
    public const int MaxIdLength = 128;

    private JsonDocument? document;

    /// <summary>The message, or what is wrong with it.</summary>
    public static (ClientMessage? Message, string? Fault) Parse(ReadOnlyMemory<byte> text)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text, RequestReader.Json);
        }
        catch (JsonException)
        {
            return (null, "not JSON");
        }

        var (message, fault) = Read(document.RootElement);
        if (message is null)
            document.Dispose();
        else
            message.document = document;
        return (message, fault);
    }

    public void Dispose() => document?.Dispose();

    private static (ClientMessage? Message, string? Fault) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return (null, "not a JSON object");
        if (!RequestReader.IsText(root))
            return (null, "not Unicode");
        if (!root.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
            return (null, "no type");
        JsonElement? payload = root.TryGetProperty("payload", out var found) && found.ValueKind != JsonValueKind.Null ? found : null;
        var id = root.TryGetProperty("id", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
        var message = new ClientMessage(type.GetString()!, id, payload);
        return message.WhatIsMissing() is { } fault ? (null, fault) : (message, null);
    }

    private string? WhatIsMissing() => Type switch
    {
        "connection_init" or "ping" or "pong" => Payload is { ValueKind: not JsonValueKind.Object } ? "payload is not an object" : null,
        "subscribe" => WhatIsWrongWithId() ?? (Payload is { ValueKind: JsonValueKind.Object } ? null : "payload is not an object"),
        "complete" => WhatIsWrongWithId(),
        _ => "unknown type",
    };

    private string? WhatIsWrongWithId() => Id switch
    {
        null or "" => "no id",
        { Length: > MaxIdLength } => $"the id is longer than {MaxIdLength} characters",
        _ => null,
    };
}
