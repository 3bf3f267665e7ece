namespace AgencyGraph.Transport.Http;

/// <summary>
/// A browser sends a GET to another origin without asking, unless it carries a header of the page's making; then it asks first, and is
/// told nothing that would let it go on.
/// </summary>
internal static class Preflight
{
    private static readonly string[] Headers = ["X-Purpose", "GraphQL-Require-Preflight"];

    public static bool IsForcedBy(IHeaderDictionary headers) => Headers.Any(name => !string.IsNullOrWhiteSpace(headers[name]));
}
