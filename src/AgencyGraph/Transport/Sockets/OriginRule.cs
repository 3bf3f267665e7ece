using Microsoft.Extensions.Options;

namespace AgencyGraph.Transport.Sockets;

/// <summary>
/// Which web pages may open a socket. Browsers do not hold sockets to the same-origin policy and always name the page's origin; a client that
/// names none is no browser, and if it speaks as one (Fetch Metadata) something has taken the origin away.
/// </summary>
internal sealed class OriginRule(IOptions<TransportOptions> options)
{
    public bool Admits(HttpRequest request)
    {
        var origins = request.Headers.Origin;
        if (origins.Count == 0)
            return !IsOfABrowser(request.Headers);
        if (origins.Count > 1 || origins[0] is not { } origin)
            return false;
        return Same(origin, $"{request.Scheme}://{request.Host}") || options.Value.AllowedOrigins.Any(allowed => Same(origin, allowed));
    }

    private static bool IsOfABrowser(IHeaderDictionary headers)
        => headers.ContainsKey("Sec-Fetch-Mode") || (headers.TryGetValue("Sec-Fetch-Site", out var site) && site != "same-origin");

    private static bool Same(string origin, string allowed)
        => Uri.TryCreate(origin, UriKind.Absolute, out var left)
            && Uri.TryCreate(allowed, UriKind.Absolute, out var right)
            && left.AbsolutePath == "/"
            && Uri.Compare(left, right, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
