namespace AgencyGraph.Commands;

/// <summary>Where an exchange is, as it is typed.</summary>
internal static class ExchangeAddress
{
    public const string Usual = "http://127.0.0.1:5080";

    /// <summary>Where its graph is asked, with or without <c>/graphql</c> at the end; null when it is no address of the web.</summary>
    public static Uri? GraphAt(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
            return null;

        var place = url.AbsoluteUri.TrimEnd('/');
        return new Uri(place.EndsWith("/graphql", StringComparison.Ordinal) ? place : $"{place}/graphql");
    }

    /// <summary>What is to be said where records would cross the network in clear; null where they do not.</summary>
    public static string? WarningFor(Uri graph)
        => graph.Scheme == Uri.UriSchemeHttp && !graph.IsLoopback
            ? $"Warning: {graph.Host} is another machine, and http sends children's records in clear; use https."
            : null;
}
