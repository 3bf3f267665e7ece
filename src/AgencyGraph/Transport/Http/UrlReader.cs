using System.Text.Json;
using AgencyGraph.Contract;

namespace AgencyGraph.Transport.Http;

/// <summary>From a URL's parameters to a request of the right shape (GraphQL over HTTP, "GET").</summary>
internal static class UrlReader
{
    private static readonly string[] Names = ["query", "operationName", "variables", "extensions", "documentId"];

    public static (GraphRequest? Request, Refusal? Refusal) Read(IQueryCollection parameters)
    {
        if (Names.FirstOrDefault(name => parameters[name].Count > 1) is { } twice)
            return (null, Refusal.WrongType(twice, "given once"));
        if (!TryReadObject(parameters, "variables", out var variables))
            return (null, Refusal.WrongType("variables", "a JSON object or absent"));
        if (!TryReadObject(parameters, "extensions", out var extensions))
            return (null, Refusal.WrongType("extensions", "a JSON object or absent"));
        var query = Text(parameters, "query");
        var documentId = Text(parameters, "documentId");
        return query is null && extensions is null && documentId is null
            ? (null, Refusal.QueryMissing)
            : (new GraphRequest(query, Text(parameters, "operationName"), variables, extensions) { DocumentId = documentId }, null);
    }

    /// <summary>An empty parameter is an absent one.</summary>
    private static string? Text(IQueryCollection parameters, string name)
        => parameters[name].FirstOrDefault() is { Length: > 0 } given ? given : null;

    private static bool TryReadObject(IQueryCollection parameters, string name, out JsonElement? value)
    {
        value = null;
        if (Text(parameters, name) is not { } text)
            return true;
        try
        {
            var element = JsonElement.Parse(text, RequestReader.Json);
            value = element.ValueKind == JsonValueKind.Null ? null : element;
            return element.ValueKind is JsonValueKind.Object or JsonValueKind.Null && RequestReader.IsText(element);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
