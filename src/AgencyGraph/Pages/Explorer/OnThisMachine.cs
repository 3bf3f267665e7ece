using System.Net;

namespace AgencyGraph.Pages.Explorer;

/// <summary>
/// Whether a request comes from this machine itself. The address alone does not tell: a proxy beside the server has it too,
/// and so has a web page from elsewhere whose own name has been made to point here (DNS rebinding).
/// </summary>
internal static class OnThisMachine
{
    private static readonly string[] Forwarding = ["Forwarded", "Via", "X-Real-IP"];

    private static readonly string[] ForwardingPrefixes = ["X-Forwarded-", "X-Original-"];

    public static bool Is(HttpContext context)
        => context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            && IsLoopback(context.Request.Host)
            && !context.Request.Headers.Keys.Any(IsForwarding)
            && IsSameOrigin(context.Request);

    private static bool IsLoopback(HostString host)
        => host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsForwarding(string header)
        => Forwarding.Contains(header, StringComparer.OrdinalIgnoreCase)
            || ForwardingPrefixes.Any(prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static bool IsSameOrigin(HttpRequest request)
        => request.Headers.Origin is not { Count: > 0 } origin || origin == $"{request.Scheme}://{request.Host}";
}
