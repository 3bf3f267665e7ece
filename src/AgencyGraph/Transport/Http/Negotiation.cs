using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AgencyGraph.Transport.Http;

/// <summary>Which of the two media types answers a request (GraphQL over HTTP, draft of August 2026, "Content negotiation").</summary>
internal static class Negotiation
{
    public const string GraphResponse = "application/graphql-response+json";

    public const string Json = "application/json";

    private const int NamedInFull = 3;

    /// <summary>
    /// The media type to answer with; null when the client accepts neither. <see cref="GraphResponse"/> is for who names it: clients that
    /// name neither, or the other and a wildcard, were made when there was only <see cref="Json"/>.
    /// </summary>
    public static string? Choose(StringValues accept)
    {
        // As most clients say it, letter for letter.
        if (accept is [GraphResponse])
            return GraphResponse;
        if (StringValues.IsNullOrEmpty(accept) || accept.All(string.IsNullOrWhiteSpace))
            return Json;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
            return null;
        var graph = Rank(ranges, "graphql-response+json");
        var json = Rank(ranges, "json");
        if (graph.Quality == 0 && json.Quality == 0)
            return null;
        return json.Quality > 0 && (json.CompareTo(graph) > 0 || graph.Precision < NamedInFull) ? Json : GraphResponse;
    }

    /// <summary>Whether the client takes a stream of events. No wish is no objection.</summary>
    public static bool AcceptsEvents(StringValues accept)
        => StringValues.IsNullOrEmpty(accept) || accept.All(string.IsNullOrWhiteSpace)
            || (MediaTypeHeaderValue.TryParseList(accept, out var ranges) && Rank(ranges, "event-stream", "text").Quality > 0);

    /// <summary>Only JSON in UTF-8: a browser must ask before it sends that across origins, unlike a form or plain text.</summary>
    public static bool IsJson(HttpRequest request)
        => IsJson(request.ContentType)
            && (StringValues.IsNullOrEmpty(request.Headers.ContentEncoding)
                || string.Equals(request.Headers.ContentEncoding, "identity", StringComparison.OrdinalIgnoreCase));

    private static bool IsJson(string? contentType)
        => contentType == Json
            || (MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) && IsUtf8(type));

    private static (double Quality, int Precision) Rank(IList<MediaTypeHeaderValue> ranges, string subtype, string type = "application")
    {
        var best = (Quality: 0d, Precision: 0);
        foreach (var range in ranges)
        {
            var precision = PrecisionFor(range, type, subtype);
            if (precision > best.Precision)
                best = (range.Quality ?? 1, precision);
        }

        return best;
    }

    /// <summary>The most precise range decides, whatever the others say (RFC 9110, 12.5.1); 0 when the range does not match.</summary>
    private static int PrecisionFor(MediaTypeHeaderValue range, string type, string subtype)
    {
        if (range.MatchesAllTypes)
            return 1;
        if (!range.Type.Equals(type, StringComparison.OrdinalIgnoreCase) || !IsUtf8(range))
            return 0;
        if (range.MatchesAllSubTypes)
            return 2;
        return range.SubType.Equals(subtype, StringComparison.OrdinalIgnoreCase) ? NamedInFull : 0;
    }

    private static bool IsUtf8(MediaTypeHeaderValue type)
        => type.Charset.Length == 0 || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
