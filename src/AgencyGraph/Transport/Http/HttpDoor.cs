using AgencyGraph.Contract;

namespace AgencyGraph.Transport.Http;

/// <summary>GraphQL over HTTP: one request, one answer.</summary>
internal sealed class HttpDoor(IGraphService graph, Reception reception)
{
    public Task AnswerAsync(HttpContext context)
    {
        var mediaType = Negotiation.Choose(context.Request.Headers.Accept);
        return reception.AdmitAsync(context, mediaType, (asked, session) => ExecuteAsync(context, mediaType!, asked.Request!, session));
    }

    private async Task ExecuteAsync(HttpContext context, string mediaType, GraphRequest request, Session session)
    {
        if (graph.KindOf(request) == RequestKind.Subscription)
        {
            await Reception.RefuseAsync(context, mediaType, Refusal.SubscriptionForOneAnswer);
            return;
        }

        var answer = await graph.ExecuteAsync(request, session, context.RequestAborted);
        await Reception.WriteAsync(context, mediaType, mediaType == Negotiation.Json ? AsPlainJson(answer) : answer);
    }

    /// <summary>Under application/json a well-formed request that was looked at answers 200, because clients of that type take no other for GraphQL.</summary>
    private static GraphAnswer AsPlainJson(GraphAnswer answer) => answer.StatusCode is 400 or 422 ? answer with { StatusCode = 200 } : answer;
}
