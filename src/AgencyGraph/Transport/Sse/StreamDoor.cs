using AgencyGraph.Contract;
using AgencyGraph.Transport.Http;
using AgencyGraph.Transport.Streams;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Transport.Sse;

/// <summary>GraphQL over server-sent events: one request, and its results as they come.</summary>
internal sealed class StreamDoor(
    IGraphService graph, Reception reception, ConnectionCensus census, IOptions<TransportOptions> options, TimeProvider clock, IHostApplicationLifetime host,
    ILogger<StreamDoor> logger)
{
    private const string LastEventId = "Last-Event-ID";

    public Task AnswerAsync(HttpContext context)
    {
        var refusedAs = Negotiation.AcceptsEvents(context.Request.Headers.Accept) ? Negotiation.GraphResponse : null;
        return reception.AdmitAsync(context, refusedAs, (asked, session) => StreamAsync(context, asked, session));
    }

    private async Task StreamAsync(HttpContext context, AskedRequest asked, Session session)
    {
        using var place = census.TryEnter();
        if (place is null || (session.Bearer is { } bearer && !place.TryJoin(bearer.Agency)))
        {
            logger.ConnectionsFull(context.TraceIdentifier);
            context.Response.Headers.RetryAfter = ConnectionCensus.RetryAfterSeconds;
            await Reception.RefuseAsync(context, Negotiation.GraphResponse, Refusal.TooManyConnections);
            return;
        }

        var request = RequestReader.Keep(asked.Request!) with { ResumeAfter = ResumeAfter(context.Request.Headers) };
        // A stream may last for hours: it holds no body.
        asked.Dispose();
        await using var connection = new EventConnection(
            context.TraceIdentifier, new EventWire(context), graph, options.Value, clock, logger);
        await connection.RunAsync(request, session, context.RequestAborted, host.ApplicationStopping);
    }

    private static string? ResumeAfter(IHeaderDictionary headers) => headers[LastEventId].ToString() is { Length: > 0 } id ? id : null;
}
