using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using AgencyGraph.Contract;

namespace AgencyGraph.Transport;

/// <summary>From JSON to a request of the right shape, for every transport.</summary>
internal static class RequestReader
{
    /// <summary>A property given twice is refused: the reader behind could take the other one.</summary>
    public static readonly JsonDocumentOptions Json = new() { AllowDuplicateProperties = false };

    /// <summary>The request, or why it is none. The request reads from the element's document, which must outlive it.</summary>
    public static (GraphRequest? Request, Refusal? Refusal) Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return (null, body.ValueKind == JsonValueKind.Array ? Refusal.BatchingDisabled : Refusal.NotAnObject);
        if (!IsText(body))
            return (null, Refusal.NotUnicode);
        if (!Is(body, "query", JsonValueKind.String, out var query))
            return (null, Refusal.WrongType("query", "a string"));
        if (!Is(body, "operationName", JsonValueKind.String, out var operationName))
            return (null, Refusal.WrongType("operationName", "a string or null"));
        if (!Is(body, "variables", JsonValueKind.Object, out var variables))
            return (null, Refusal.WrongType("variables", "an object or null"));
        if (!Is(body, "extensions", JsonValueKind.Object, out var extensions))
            return (null, Refusal.WrongType("extensions", "an object or null"));
        if (!Is(body, "documentId", JsonValueKind.String, out var documentId))
            return (null, Refusal.WrongType("documentId", "a string or null"));
        if (query is null && extensions is null && documentId is null)
            return (null, Refusal.QueryMissing);
        return (new GraphRequest(query?.GetString(), operationName?.GetString(), variables, extensions) { DocumentId = documentId?.GetString() }, null);
    }

    /// <summary>The same request, when it must outlive what it was read from.</summary>
    public static GraphRequest Keep(GraphRequest request)
        => request with { Variables = request.Variables?.Clone(), Extensions = request.Extensions?.Clone() };

    private static bool Is(JsonElement body, string name, JsonValueKind kind, out JsonElement? value)
    {
        value = body.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;
        return value is null || found.ValueKind == kind;
    }

    /// <summary>JSON may be well formed and still hold text that no string can: later it would fail in the middle of an operation.</summary>
    public static bool IsText(JsonElement element)
    {
        var bytes = JsonMarshal.GetRawUtf8Value(element);
        if (!Utf8.IsValid(bytes))
            return false;
        return (bytes.IndexOf("\\ud"u8) < 0 && bytes.IndexOf("\\uD"u8) < 0) || EscapesAreWhole(bytes);
    }

    private static bool EscapesAreWhole(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    _ = reader.GetString();
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            // GetString has no other way to say that half of a surrogate pair is missing.
            return false;
        }
    }
}
