namespace AgencyGraph.Pages.Explorer;

/// <summary>What the browser may do with the explorer's pages: ask nobody but this server, run no script but its files.</summary>
internal static class ExplorerHeaders
{
    public static void Add(HttpContext context)
    {
        var host = context.Request.Host;
        var headers = context.Response.Headers;
        // The editor places its lines by style attributes, and a style that it writes reaches no other host.
        // Not every browser counts the socket of the same host as 'self'.
        headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; "
            + $"img-src 'self' data:; font-src 'self'; connect-src 'self' ws://{host} wss://{host}; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
