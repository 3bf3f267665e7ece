using AgencyGraph.Transport.Http;

namespace AgencyGraph.Transport;

/// <summary>What holds for every answer, at whichever door.</summary>
public static class EveryAnswer
{
    public static WebApplication UseEveryAnswer(this WebApplication server)
    {
        ArgumentNullException.ThrowIfNull(server);
        _ = server.UseMiddleware<RequestIds>().UseMiddleware<SafeHeaders>();
        // Only said over TLS, and never to localhost: that is the framework's own rule.
        if (server.Environment.IsProduction())
            _ = server.UseHsts();
        return server;
    }
}
