using AgencyGraph.Contract;
using AgencyGraph.Transport.Streams;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Transport.Sockets;

/// <summary>The handshake: who may open a socket at all, and in which protocol.</summary>
internal sealed class SocketDoor(
    IGraphService graph, ISignIn signIn, OriginRule origins, ConnectionCensus census, IOptions<TransportOptions> options,
    TimeProvider clock, IHostApplicationLifetime host, ILogger<SocketDoor> logger)
{
    public async Task OpenAsync(HttpContext context)
    {
        if (!origins.Admits(context.Request))
        {
            logger.OriginRefused(context.TraceIdentifier);
            await RefuseAsync(context, Refusal.OriginNotAllowed);
            return;
        }

        using var place = census.TryEnter();
        if (place is null)
        {
            logger.ConnectionsFull(context.TraceIdentifier);
            context.Response.Headers.RetryAfter = ConnectionCensus.RetryAfterSeconds;
            await RefuseAsync(context, Refusal.TooManyConnections);
            return;
        }

        var speaks = context.WebSockets.WebSocketRequestedProtocols.Contains(GraphSocket.Subprotocol);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(speaks ? GraphSocket.Subprotocol : null);
        await using var graphSocket = new GraphSocket(context, socket, place, graph, signIn, options.Value, clock, logger);
        if (!speaks)
            graphSocket.Refuse();
        await graphSocket.RunAsync(host.ApplicationStopping);
    }

    private static async Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        context.Response.StatusCode = refusal.StatusCode;
        context.Response.ContentType = "application/graphql-response+json; charset=utf-8";
        _ = await context.Response.BodyWriter.WriteAsync(refusal.ToBody(), context.RequestAborted);
    }
}
