using System.Text.Json;
using AgencyGraph.Contract.Admission;
using AgencyGraph.Contract.Engine.Planning;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Visibility;
using GraphQL;
using GraphQLParser.AST;

namespace AgencyGraph.Contract.Engine;

/// <summary>The exchange's operations, for every transport: none of them for whoever is suspended.</summary>
internal sealed class GraphService(
    GraphRunner runner, PlannedReads plans, PlannedWrites writes, Documents documents, DocumentDoor door, DocumentAccess access, Subscriptions subscriptions, GraphErrors errors,
    IStanding standing, UnseenDatabase database)
    : IGraphService
{
    public RequestKind KindOf(GraphRequest request)
    {
        try
        {
            return KindOnce(door.Resolve(request));
        }
        catch (ReadRefusedException)
        {
            return RequestKind.Unknown;
        }
    }

    public Task<GraphAnswer> ExecuteAsync(GraphRequest request, Session session, CancellationToken cancellationToken)
        => database.AnswerAsync(token => AnswerAsync(request, session, token), () => Unseen(request), cancellationToken);

    private async Task<GraphAnswer> AnswerAsync(GraphRequest request, Session session, CancellationToken cancellationToken)
    {
        if (await RefusalOfAsync(session.Bearer, cancellationToken) is { } refusal)
            return refusal;
        GraphRequest admitted;
        RequestKind kind;
        try
        {
            admitted = Admit(request, session);
            kind = KindOnce(admitted);
            if (kind == RequestKind.Subscription)
                return Answer(ErrorCode.ValidationFailed, "Subscriptions are served over graphql-transport-ws or as server-sent events.");
        }
        catch (ReadRefusedException refused)
        {
            return Answer(refused.Code, refused.Message);
        }

        try
        {
            if (kind == RequestKind.Mutation)
                return await writes.AnswerAsync(admitted, session, cancellationToken);
            return await plans.TryAnswerAsync(admitted, session, cancellationToken) is { } answer
                ? new GraphAnswer(StatusCodes.Status200OK, answer)
                : await runner.AnswerAsync(admitted, session, cancellationToken);
        }
        catch (ReadRefusedException refused) when (refused.IsOfAnswer)
        {
            var status = ErrorAdvice.All[refused.Code].HttpStatus;
            return new GraphAnswer(status, GraphErrors.Body(refused.Code, refused.Message, hasRun: status == StatusCodes.Status200OK));
        }
    }

    public async Task<StreamAnswer> SubscribeAsync(GraphRequest request, Session session, CancellationToken cancellationToken)
    {
        try
        {
            if (session.Bearer is { } known && await standing.IsSuspendedAsync(known, cancellationToken))
                return Refused(ErrorCode.Suspended, SignInAnswer.Refused.SuspendedMessage);
            var answer = await subscriptions.OpenAsync(Admit(request, session), session, cancellationToken);
            if (answer is StreamAnswer.Opened(WatchedStream stream) && session.Bearer is { } bearer)
                stream.EndWhenSuspended(bearer, standing);
            return answer;
        }
        catch (ReadRefusedException refused)
        {
            return Refused(refused.Code, refused.Message);
        }
        catch (Exception exception) when (errors.IsUnavailable(exception))
        {
            return Refused(ErrorCode.Unavailable, "The store cannot be reached at present. Try again.");
        }
    }

    private GraphAnswer Unseen(GraphRequest request) => Answer(ErrorCode.Unavailable, KindOf(request) == RequestKind.Mutation
        ? "The store cannot be reached at present, and it is not known whether the write was carried out. Send it again with the same idempotency key."
        : "The store cannot be reached at present. Try again.");

    private static GraphAnswer Answer(ErrorCode code, string message) => new(ErrorAdvice.All[code].HttpStatus, GraphErrors.Body(code, message));

    /// <summary>The request as it may be run.</summary>
    /// <exception cref="ReadRefusedException">It has no document, or one that the client may not run.</exception>
    private GraphRequest Admit(GraphRequest request, Session session)
    {
        var admitted = door.Permit(door.Resolve(request), session);
        if (admitted.Query is null)
            throw new ReadRefusedException(ErrorCode.BadRequest, "Send the document in `query`, or its hash in `documentId`.");
        if (Introspects(admitted.Query) && admitted.Trusted is null && !access.MayIntrospect(session))
            throw new ReadRefusedException(ErrorCode.IntrospectionNotPermitted, "You may not ask for the schema. Read the contract instead.");
        return admitted;
    }

    /// <summary>Of a request whose document is known.</summary>
    private RequestKind KindOnce(GraphRequest request)
    {
        try
        {
            return request.Query is { } text ? KindOf(Documents.Operation(documents.Parse(text), request.OperationName)) : RequestKind.Unknown;
        }
        catch (ExecutionError)
        {
            return RequestKind.Unknown; // What runs it says what is wrong.
        }
    }

    /// <exception cref="ReadRefusedException">It asks more than one request may: told at once, for who sends such documents sends many.</exception>
    private bool Introspects(string text)
    {
        try
        {
            return documents.Introspects(text);
        }
        catch (RefusedDocumentError refused)
        {
            throw new ReadRefusedException(refused.Reason, refused.Message);
        }
        catch (ExecutionError)
        {
            return false; // What runs it says what is wrong.
        }
    }

    private static StreamAnswer.Refused Refused(ErrorCode code, string message)
        => new(JsonSerializer.SerializeToUtf8Bytes(GraphErrors.Errors(code, message)));

    private async ValueTask<GraphAnswer?> RefusalOfAsync(Bearer? bearer, CancellationToken cancellationToken)
    {
        try
        {
            return bearer is not null && await standing.IsSuspendedAsync(bearer, cancellationToken)
                ? new GraphAnswer(SignInAnswer.Refused.Suspended.StatusCode, SignInAnswer.Refused.Suspended.Body)
                : null;
        }
        catch (Exception exception) when (errors.IsUnavailable(exception))
        {
            return new GraphAnswer(StatusCodes.Status200OK, errors.Unavailable(exception));
        }
    }

    private static RequestKind KindOf(GraphQLOperationDefinition? operation) => operation?.Operation switch
    {
        OperationType.Query => RequestKind.Query,
        OperationType.Mutation => RequestKind.Mutation,
        OperationType.Subscription => RequestKind.Subscription,
        _ => RequestKind.Unknown,
    };
}
