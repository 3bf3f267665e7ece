using AgencyGraph.Transport.Http;
using AgencyGraph.Transport.Sockets;
using AgencyGraph.Transport.Sse;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Transport;

/// <summary>The addresses of the graph: one for requests and for sockets, one for streams of events.</summary>
public static class GraphEndpoint
{
    public const string Path = "/graphql";

    public const string StreamPath = $"{Path}/stream";

    public static IEndpointRouteBuilder MapGraph(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        var options = services.GetRequiredService<IOptions<TransportOptions>>().Value;
        var http = services.GetRequiredService<HttpDoor>();
        var sockets = services.GetRequiredService<SocketDoor>();

        var pipeline = endpoints.CreateApplicationBuilder();
        _ = pipeline.UseWebSockets(new WebSocketOptions
        {
            KeepAliveInterval = options.KeepAliveInterval,
            KeepAliveTimeout = options.KeepAliveWait,
        });
        pipeline.Run(context => context.WebSockets.IsWebSocketRequest ? sockets.OpenAsync(context) : http.AnswerAsync(context));
        _ = endpoints.Map(Path, pipeline.Build()).WithDisplayName("GraphQL");
        _ = endpoints.Map(StreamPath, services.GetRequiredService<StreamDoor>().AnswerAsync).WithDisplayName("GraphQL stream");
        return endpoints;
    }
}
