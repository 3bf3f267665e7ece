using AgencyGraph.Contract;
using AgencyGraph.Visibility;

namespace AgencyGraph.Transport.Http;

/// <summary>What every HTTP request passes, for one answer or for a stream of them: its form, its caller, and what it asks.</summary>
internal sealed class Reception(IGraphService graph, ISignIn signIn, ILogger<Reception> logger)
{
    private const string GetAndPost = "GET, POST";
    private const string Utf8 = "; charset=utf-8";

    /// <param name="mediaType">What a refusal is written as; null when the client accepts nothing that is served here.</param>
    /// <param name="serve">Answers what has been let in. The request is readable until its body is let go.</param>
    public async Task AdmitAsync(HttpContext context, string? mediaType, Func<AskedRequest, Session, Task> serve)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            if (Unserved(context, mediaType) is { } refusal)
                await RefuseAsync(context, mediaType, refusal);
            else
                await SignInAsync(context, mediaType!, serve);
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            logger.ClientLeft(context.TraceIdentifier);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            logger.RequestFailed(context.TraceIdentifier, Fault.Describe(exception));
            await RefuseAsync(context, mediaType, Refusal.Internal(context.TraceIdentifier));
        }
    }

    public static async Task WriteAsync(HttpContext context, string? mediaType, GraphAnswer answer)
    {
        context.Response.StatusCode = answer.StatusCode;
        context.Response.ContentType = mediaType == Negotiation.Json ? $"{Negotiation.Json}{Utf8}" : $"{Negotiation.GraphResponse}{Utf8}";
        context.Response.ContentLength = answer.Body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            _ = await context.Response.BodyWriter.WriteAsync(answer.Body, context.RequestAborted);
    }

    public static Task RefuseAsync(HttpContext context, string? mediaType, Refusal refusal)
    {
        if (refusal.Code == ErrorCode.MethodNotAllowed)
            context.Response.Headers.Allow = HttpMethods.IsGet(context.Request.Method) ? HttpMethods.Post : GetAndPost;
        return WriteAsync(context, mediaType, new GraphAnswer(refusal.StatusCode, refusal.ToBody()));
    }

    private static Refusal? Unserved(HttpContext context, string? mediaType)
    {
        var isGet = HttpMethods.IsGet(context.Request.Method);
        if (!isGet && !HttpMethods.IsPost(context.Request.Method))
            return Refusal.MethodNotAllowed;
        if (mediaType is null)
            return Refusal.NotAcceptable;
        if (isGet)
            return Preflight.IsForcedBy(context.Request.Headers) ? null : Refusal.PreflightRequired;
        return Negotiation.IsJson(context.Request) ? null : Refusal.UnsupportedMediaType;
    }

    /// <summary>Before the request is read: how much may be read depends on the caller, and a stranger's is not read at all.</summary>
    private async Task SignInAsync(HttpContext context, string mediaType, Func<AskedRequest, Session, Task> serve)
    {
        switch (await signIn.FromHttpAsync(context, context.RequestAborted))
        {
            case SignInAnswer.SignedIn(var session):
                await ReadAsync(context, mediaType, session, serve);
                break;
            case SignInAnswer.Refused refused:
                context.Response.Headers.WWWAuthenticate = refused.Challenge;
                await WriteAsync(context, mediaType, new GraphAnswer(refused.StatusCode, refused.Body));
                break;
            case var other:
                throw new InvalidOperationException($"Sign-in answered {other.GetType().Name}.");
        }
    }

    private async Task ReadAsync(HttpContext context, string mediaType, Session session, Func<AskedRequest, Session, Task> serve)
    {
        var isGet = HttpMethods.IsGet(context.Request.Method);
        using var asked = isGet ? AskedRequest.ByUrl(context.Request.Query) : await AskedRequest.ByBodyAsync(context, session.MaxBodyBytes);
        var refusal = asked.Refusal;
        // A URL may be opened again by anything that has seen it.
        if (isGet && asked.Request is { } request && graph.KindOf(request) == RequestKind.Mutation)
            refusal = Refusal.MutationByGet;
        if (refusal is not null)
            await RefuseAsync(context, mediaType, refusal);
        else
            await serve(asked, session with { RequestId = context.TraceIdentifier });
    }
}
