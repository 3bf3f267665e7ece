using System.Text.Json;
using AgencyGraph.Contract.Reading;

namespace AgencyGraph.Contract.Admission;

/// <summary>The hash by which a request names its document.</summary>
internal static class DocumentReference
{
    private const string Scheme = "sha256:";
    private const int HashLength = 64;

    /// <summary>Lower-case hexadecimal digits; null when the request names none.</summary>
    /// <exception cref="ReadRefusedException">It is no SHA-256, or there are two that differ.</exception>
    public static string? Of(GraphRequest request)
    {
        var id = request.DocumentId is { } given ? Hash(given.StartsWith(Scheme, StringComparison.Ordinal) ? given[Scheme.Length..] : "") : null;
        var extension = request.Extensions is { ValueKind: JsonValueKind.Object } extensions && extensions.TryGetProperty("persistedQuery", out var persisted)
            ? Hash(Text(persisted))
            : null;
        return id is not null && extension is not null && id != extension
            ? throw new ReadRefusedException(ErrorCode.BadRequest, "documentId and extensions.persistedQuery name two documents. Send one of them.")
            : id ?? extension;
    }

    private static string Text(JsonElement persisted)
        => persisted.ValueKind == JsonValueKind.Object && persisted.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String
            ? hash.GetString() ?? ""
            : "";

    private static string Hash(string text)
        => text.Length == HashLength && text.All(char.IsAsciiHexDigit)
            ? text.ToLowerInvariant()
            : throw new ReadRefusedException(ErrorCode.BadRequest,
                "Name a document by the SHA-256 of its text: \"documentId\": \"sha256:<64 hexadecimal digits>\", or extensions.persistedQuery.sha256Hash.");
}
