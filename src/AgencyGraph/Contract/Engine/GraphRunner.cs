using AgencyGraph.Contract.Admission;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Ledger;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using GraphQL;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Contract.Engine;

/// <summary>Runs one operation in the engine and writes its answer.</summary>
internal sealed class GraphRunner(
    IDocumentExecuter<GraphSchema> executer, GraphModel model, Documents documents, GraphErrors errors, IServiceScopeFactory scopes,
    IDbContextFactory<AgencyDb> databases, IStorageEngine engine, PageCursors cursors, AnswerWriter writer, DocumentAccess access,
    ObjectBudget budget, Disclosures disclosures, IOptions<DocumentOptions> options)
{
    private static readonly IValidationRule[] Rules =
    [
        // The engine's rule sees no further than the first fragment; Subscriptions has one of its own.
        .. DocumentValidator.CoreRules.Where(rule => rule is not SingleRootFieldSubscriptions),
        new FreeTextIsNotPushed(),
    ];

    public static IEnumerable<IValidationRule> ValidationRules => Rules;

    public Inputs VariablesOf(GraphRequest request) => writer.VariablesOf(request);

    public Task<GraphAnswer> AnswerAsync(GraphRequest request, Session session, CancellationToken cancellationToken)
        => AnswerAsync(request, session, null, cancellationToken);

    /// <param name="written">What became of the operation's one write, where it has been carried out; else null.</param>
    public async Task<GraphAnswer> AnswerAsync(
        GraphRequest request, Session session, Task<IReadOnlyList<Outcome>>? written, CancellationToken cancellationToken)
    {
        try
        {
            var shown = new ShownRecords();
            var result = await RunAsync(request.Query!, request.OperationName, VariablesOf(request), session.Caller, null, shown, written, cancellationToken);
            await AccountAsync(result, request, session, shown, cancellationToken);
            if (!access.MayIntrospect(session))
                result.Errors = errors.WithoutNames(result.Errors, request);
            return new GraphAnswer(result.Executed ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, writer.Write(result));
        }
        catch (ExecutionError refused)
        {
            return new GraphAnswer(StatusCodes.Status400BadRequest, writer.Write(new ExecutionResult { Errors = [refused] }));
        }
    }

    /// <summary>Executes the caller's selection for one update; null when the record is not theirs to see.</summary>
    public Task<ReadOnlyMemory<byte>?> RenderAsync(
        string query, string? operationName, Inputs variables, Caller viewer, FeedEntry entry, ShownRecords shown, CancellationToken cancellationToken)
        => RenderAsync(query, operationName, variables, viewer, new UpdateInHand(entry), shown, cancellationToken);

    /// <summary>Executes the selection for a bookmark: nobody's, for it is about nothing.</summary>
    public async Task<ReadOnlyMemory<byte>> RenderBookmarkAsync(
        string query, string? operationName, Inputs variables, CancellationToken cancellationToken)
        => await RenderAsync(query, operationName, variables, null, new UpdateInHand(null), new ShownRecords(), cancellationToken)
            ?? throw new InvalidOperationException("A bookmark is always shown.");

    private async Task<ReadOnlyMemory<byte>?> RenderAsync(
        string query, string? operationName, Inputs variables, Caller? viewer, UpdateInHand update, ShownRecords shown, CancellationToken cancellationToken)
    {
        var result = await RunAsync(query, operationName, variables, viewer, update, shown, null, cancellationToken);
        if (result.Errors?.FirstOrDefault(error => error.InnerException is not null) is { } fault)
        {
            throw fault.InnerException is ReadRefusedException refused
                ? new ReadRefusedException(refused.Code, refused.Message)
                : new InvalidOperationException("An update could not be rendered.", fault.InnerException);
        }

        if (!update.IsShown)
            return null; // In a conditional expression null would become empty memory: a frame, and with it the news that something happened.
        return writer.Write(result);
    }

    /// <exception cref="ReadRefusedException">There is an answer, and it may not be given.</exception>
    private async Task AccountAsync(ExecutionResult result, GraphRequest request, Session session, ShownRecords shown, CancellationToken cancellationToken)
    {
        if (session.Caller is not { } caller)
            return;
        if (result.Errors?.Any(error => error.InnerException is ReadRefusedException { Code: ErrorCode.Forbidden }) is true)
            await disclosures.RefusedAsync(request, session, cancellationToken);
        var isMutation = result.Operation?.Operation == OperationType.Mutation;
        if (isMutation)
            budget.Note(caller, shown);
        else
            budget.Spend(caller, shown);
        await disclosures.RecordAsync(isMutation ? DisclosureKind.Mutation : DisclosureKind.Query, request, session, shown, cancellationToken);
    }

    /// <exception cref="ExecutionError">The document cannot be parsed, or asks more than it may.</exception>
    private async Task<ExecutionResult> RunAsync(
        string query, string? operationName, Inputs variables, Caller? caller, UpdateInHand? update, ShownRecords shown, Task<IReadOnlyList<Outcome>>? written,
        CancellationToken cancellationToken)
    {
        var document = documents.Parse(query);
        var seal = await cursors.SealAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        await using var operation = new OperationContext(
            caller, asking => new Records(model, new ReadSession(databases, engine), seal, asking, new ReadBudget(options.Value.MaxAnswerRows), shown))
        { Shown = shown, Update = update, Written = written };
        var isKnownValid = documents.IsKnownValid(query, operationName);
        var result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Query = query,
            OperationName = operationName,
            Variables = variables,
            UserContext = operation,
            RequestServices = scope.ServiceProvider,
            ValidationRules = isKnownValid ? [] : Rules, // Variables are coerced whether or not there are rules.
            CancellationToken = cancellationToken,
            UnhandledExceptionDelegate = _ => Task.CompletedTask,
            Document = document,
        });
        if (result.Executed && !isKnownValid)
            documents.NoteValid(query, operationName);
        return result;
    }
}
