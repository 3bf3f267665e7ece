using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Plans;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Ledger;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using GraphQL.Validation;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Contract.Engine.Planning;

/// <summary>
/// Carries out mutations of one field without the engine, and answers by a plan what had its effect. What was refused or failed, the
/// engine tells, with the outcome in hand.
/// </summary>
internal sealed partial class PlannedWrites(
    GraphSchema schema, GraphModel model, PlannedDocuments documents, DocumentCheck check, PlanCompiler compiler, IPlanStore store,
    PageCursors cursors, GraphRunner runner, IServiceScopeFactory scopes, TimeProvider clock, IOptions<PlanOptions> options, IOptions<DocumentOptions> bounds,
    ObjectBudget budget, Disclosures disclosures, ContractMeter meter, ILogger<PlannedWrites> log)
{
    private const int MaxPlans = 1_000;

    private readonly TrustedFirst<(PlannedDocument Document, Role Role, Purpose Purpose, string Shape), PlannedWrite?> plans
        = new(MaxPlans, bounds.Value.MaxCachedBytes);

    public async Task<GraphAnswer> AnswerAsync(GraphRequest request, Session session, CancellationToken cancellationToken)
    {
        if (!options.Value.AreUsed || session.Caller is not { } caller
            || await FindAsync(request, caller, cancellationToken) is not var (plan, variables))
            return await runner.AnswerAsync(request, session, cancellationToken);

        await using var scope = scopes.CreateAsyncScope();
        var written = WriteAsync(plan, variables, caller, scope.ServiceProvider, cancellationToken);
        await ((Task)written).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return written is { IsCompletedSuccessfully: true, Result: [{ RecordId: { } id } outcome] }
            && await TryReadAsync(plan.Answer, request, session, id, outcome, cancellationToken) is { } answer
            ? new GraphAnswer(StatusCodes.Status200OK, answer)
            : await runner.AnswerAsync(request, session, written, cancellationToken);
    }

    /// <summary>The plan for a request with its variables; null when the engine is to do it all.</summary>
    private async Task<(PlannedWrite Plan, Variables Variables)?> FindAsync(GraphRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var found = await FindOnceAsync(request, caller, cancellationToken);
        meter.Planned(isHit: found is not null);
        return found;
    }

    private async Task<(PlannedWrite Plan, Variables Variables)?> FindOnceAsync(
        GraphRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (documents.Find(request) is not { Operation.Operation: OperationType.Mutation } document
            || document.Variables!.ShapeOf(request.Variables) is not { } shape)
            return null;
        var key = (document, caller.Role, caller.Purpose, shape);
        if (plans.TryGet(key, document.IsTrusted, out var plan))
            return plan is not null && await check.CoerceAsync(document, request, cancellationToken) is { } coerced ? (plan, coerced) : null;
        if (!documents.HasComeBefore(key.GetHashCode()) || await check.ValidateAsync(document, request, cancellationToken) is not { } variables)
            return null;

        plan = Compile(document, variables, caller);
        plans.Put(key, plan, document.IsTrusted, document.Bytes);
        return plan is null ? null : (plan, variables);
    }

    private PlannedWrite? Compile(PlannedDocument document, Variables variables, Caller caller)
    {
        try
        {
            return compiler.CompileWrite(document, variables, caller);
        }
        catch (Exception exception) when (exception is PlanDeclinedException or ReadRefusedException)
        {
            LogDeclined(exception.Message);
            return null;
        }
    }

    private async Task<IReadOnlyList<Outcome>> WriteAsync(
        PlannedWrite plan, Variables variables, Caller caller, IServiceProvider services, CancellationToken cancellationToken)
    {
        var selections = new SelectionReader(model, schema.Binder, new DocumentInHand(schema, plan.Document, variables));
        var input = schema.Binder.Bind(plan.Field.Input, selections.Input("Mutation", "input", plan.Root));
        return await plan.Field.Runner.RunAsync(services, input, new Deed(caller, clock.UtcInstant()), cancellationToken);
    }

    /// <summary>The answer; null when the engine is to read it, or to say why it cannot be read.</summary>
    private async Task<ReadOnlyMemory<byte>?> TryReadAsync(
        Plan answer, GraphRequest request, Session session, Guid id, Outcome outcome, CancellationToken cancellationToken)
    {
        try
        {
            var seal = await cursors.SealAsync(cancellationToken);
            var caller = session.Caller!; // Nobody writes without one.
            var shown = new ShownRecords();
            if (answer.IsOfRecords)
                shown.Ask();
            var told = await store.RunAsync(answer, caller, [store.Stored(id), outcome], seal, shown, cancellationToken);
            budget.Note(caller, shown);
            await disclosures.RecordAsync(DisclosureKind.Mutation, request, session, shown, cancellationToken);
            return told;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogUnread(Fault.Describe(exception));
            return null;
        }
    }

    [LoggerMessage(7231, LogLevel.Debug, "No plan for a mutation: {Reason}")]
    private partial void LogDeclined(string reason);

    [LoggerMessage(7232, LogLevel.Warning, "What was written could not be read by its plan; the engine reads it: {Cause}")]
    private partial void LogUnread(string cause);
}
