using System.Security.Cryptography;
using System.Text.Json;
using AgencyGraph.Contract.Admission;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Engine.Planning;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace AgencyGraph.Contract.Engine;

/// <summary>Opens subscriptions: validated by the engine, driven by the feed.</summary>
internal sealed class Subscriptions(
    GraphSchema schema, GraphModel model, Documents documents, GraphRunner runner, PlannedUpdates plans, UpdateStreams streams, SlotMarkers markers,
    IDocumentValidator validator, GraphErrors errors, DocumentAccess access, SharedSubscriptions shared, UpdateBudget budget, Disclosures disclosures, IServiceProvider services)
{
    public async Task<StreamAnswer> OpenAsync(GraphRequest request, Session session, CancellationToken cancellationToken)
    {
        var (document, operation) = Choose(request);
        var position = shared.PositionOf(operation, request);
        if (position is { IsShareable: true } && session.Caller is { } known && shared.Find(KeyOf(known)) is { } found)
            return Stream(found, known, await streams.BeginAsync(cancellationToken));

        var validation = await ValidateAsync(request, document, operation, cancellationToken);
        if (!validation.IsValid)
            return Invalid(validation.Errors, request, session);

        var caller = session.Caller ?? throw new ReadRefusedException(ErrorCode.PurposeRequired, "State why you ask: the header X-Purpose, or `purpose` in connection_init.");
        if (!Grants.Of(caller.Role).Permits(Permission.FollowUpdates))
        {
            await disclosures.RefusedAsync(request, session, cancellationToken);
            throw new ReadRefusedException(ErrorCode.Forbidden, "Your role may not follow updates.");
        }

        var head = await streams.BeginAsync(cancellationToken);
        var field = SubscriptionRoot.FieldOf(document, operation);
        position ??= shared.NotePosition(operation, CursorVariable.NameIn(document, field), request);
        var made = Make(request, position, document, operation, validation.Variables ?? Variables.None, caller);
        if (position.IsShareable)
            shared.Keep(KeyOf(caller), made);
        return Stream(made, caller, head);

        SharedSubscriptions.Key KeyOf(Caller asking) => new(operation, position.OtherVariables, position.Value is not null, asking);

        StreamAnswer.Opened Stream(SharedSubscription of, Caller to, FeedHead from)
        {
            var opened = streams.Open(of.RequestOf(to, request.ResumeAfter ?? position.Value) with { Allowance = budget.Open(to) }, from, cancellationToken);
            return opened.Refusal is { } refusal ? throw StreamWords.Of(refusal) : new StreamAnswer.Opened(new WatchedStream(opened.Frames!));
        }
    }

    private Task<IValidationResult> ValidateAsync(
        GraphRequest request, GraphQLDocument document, GraphQLOperationDefinition operation, CancellationToken cancellationToken)
        => validator.ValidateAsync(new ValidationOptions
        {
            Schema = schema,
            Document = document,
            Operation = operation,
            Variables = runner.VariablesOf(request),
            Extensions = Inputs.Empty,
            Rules = GraphRunner.ValidationRules,
            UserContext = new Dictionary<string, object?>(),
            RequestServices = services,
            CancellationToken = cancellationToken,
        });

    private StreamAnswer.Refused Invalid(ExecutionErrors found, GraphRequest request, Session session)
    {
        var told = access.MayIntrospect(session) ? found : errors.WithoutNames(found, request) ?? found;
        return new StreamAnswer.Refused(JsonSerializer.SerializeToUtf8Bytes(told.Select(Written).ToArray()));
    }

    private SharedSubscription Make(
        GraphRequest request, CursorVariable position, GraphQLDocument document, GraphQLOperationDefinition operation, Variables coerced, Caller caller)
    {
        var field = SubscriptionRoot.FieldOf(document, operation);
        var arguments = ExecutionHelper.GetArguments(schema.Subscription!.Fields.Find("updates")!.Arguments, field.Arguments, coerced, document, field, null) ?? [];
        var audience = AudienceKey(request, position);
        var subscription = new PlannedSubscription(audience, document, operation, coerced) { IsTrusted = documents.IsTrusted(request.Query!) };
        var narrowed = NarrowedFeed.By(Value, model);
        plans.Check(subscription, narrowed.Kinds ?? model.Updates.Select(update => update.Kind), caller);
        return new SharedSubscription(plans, subscription, runner, markers, request.Query!, request.OperationName, runner.VariablesOf(request))
        {
            Kinds = narrowed.Kinds,
            Children = narrowed.Children,
            After = Value("after") as string,
        };

        object? Value(string name) => arguments.TryGetValue(name, out var value) ? value.Value : null;
    }

    private (GraphQLDocument Document, GraphQLOperationDefinition Operation) Choose(GraphRequest request)
    {
        try
        {
            var document = documents.Parse(request.Query ?? "");
            return Documents.Operation(document, request.OperationName) is { Operation: OperationType.Subscription } operation
                ? (document, operation)
                : throw new ReadRefusedException(ErrorCode.ValidationFailed, "Name one subscription of the document in `operationName`.");
        }
        catch (RefusedDocumentError error)
        {
            throw new ReadRefusedException(error.Reason, error.Message);
        }
        catch (ExecutionError error)
        {
            throw new ReadRefusedException(ErrorCode.SyntaxError, error.Message);
        }
    }

    /// <summary>Streams with the same document, operation and variables, the position aside, are sent the same bytes.</summary>
    private static string AudienceKey(GraphRequest request, CursorVariable position)
        => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { request.Query, request.OperationName, position.OtherVariables })));

    private object Written(ExecutionError error)
    {
        var info = errors.GetInfo(error);
        return new
        {
            message = info.Message,
            locations = error.Locations?.Select(location => new { line = location.Line, column = location.Column }),
            extensions = info.Extensions,
        };
    }
}
