using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Plans;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Ledger;
using AgencyGraph.Visibility;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Contract.Engine.Planning;

/// <summary>Answers queries by compiled plans, where there is one or one can be made; what it declines is the engine's.</summary>
internal sealed partial class PlannedReads(
    GraphSchema schema, PlannedDocuments documents, DocumentCheck check, PlanCompiler compiler, IPlanStore store, PageCursors cursors,
    IOptions<PlanOptions> options, IOptions<DocumentOptions> bounds, ObjectBudget budget, Disclosures disclosures, ContractMeter meter, ILogger<PlannedReads> log)
{
    private const int MaxPlans = 2_000;

    private readonly ArgumentReader arguments = new(schema.Values, store);
    private readonly TrustedFirst<(PlannedDocument Document, Role Role, Purpose Purpose, string Shape), Plan?> plans = new(MaxPlans, bounds.Value.MaxCachedBytes);

    public int Count => documents.Count + plans.Count;

    public long Bytes => documents.Bytes + plans.Bytes;

    /// <summary>The response; null when the engine is to answer.</summary>
    /// <exception cref="ReadRefusedException">There is an answer, and it may not be given.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> TryAnswerAsync(GraphRequest request, Session session, CancellationToken cancellationToken)
    {
        if (!options.Value.AreUsed || session.Caller is not { } caller)
            return null;
        try
        {
            var shown = new ShownRecords();
            var answer = await AnswerAsync(request, caller, shown, cancellationToken);
            meter.Planned(isHit: answer is not null);
            if (answer is null)
                return null;
            budget.Spend(caller, shown);
            await disclosures.RecordAsync(DisclosureKind.Query, request, session, shown, cancellationToken);
            return answer;
        }
        catch (PlanDeclinedException declined)
        {
            meter.Planned(isHit: false);
            LogDeclined(declined.Message);
            return null;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or ReadRefusedException { IsOfAnswer: true }))
        {
            // The engine meets the same fault and says so in its own words, or answers where only the plan is at fault.
            meter.Planned(isHit: false);
            LogFailed(Fault.Describe(exception));
            return null;
        }
    }

    /// <summary>Makes ready what a request needs, for somebody who sees nothing. Nothing of it is given to anybody.</summary>
    public async Task WarmAsync(GraphRequest request, Caller nobody, CancellationToken cancellationToken)
    {
        if (!options.Value.AreUsed)
            return;
        try
        {
            _ = await AnswerAsync(request, nobody, new ShownRecords(), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogDeclined(exception.GetType().Name);
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>?> AnswerAsync(GraphRequest request, Caller caller, ShownRecords shown, CancellationToken cancellationToken)
    {
        if (documents.Find(request) is not { Operation.Operation: OperationType.Query } document
            || document.Variables!.ShapeOf(request.Variables) is not { } shape)
            return null;
        var key = (document, caller.Role, caller.Purpose, shape);
        if (!plans.TryGet(key, document.IsTrusted, out var plan) && documents.HasComeBefore(key.GetHashCode()))
            plan = await CompileAsync(document, shape, request, caller, cancellationToken);
        if (plan is null)
            return null;

        var seal = await cursors.SealAsync(cancellationToken);
        if (arguments.Read(plan.Arguments, request.Variables, caller, seal) is not { } values)
            return null;
        if (plan.IsOfRecords)
            shown.Ask();
        return await store.RunAsync(plan, caller, values, seal, shown, cancellationToken);
    }

    private async Task<Plan?> CompileAsync(PlannedDocument document, string shape, GraphRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (await check.ValidateAsync(document, request, cancellationToken) is not { } variables)
            return null;

        Plan? plan = null;
        try
        {
            plan = compiler.Compile(document, variables, caller);
        }
        catch (Exception exception) when (exception is PlanDeclinedException or ReadRefusedException)
        {
            LogDeclined(exception.Message);
        }

        plans.Put((document, caller.Role, caller.Purpose, shape), plan, document.IsTrusted, document.Bytes);
        return plan;
    }

    [LoggerMessage(7201, LogLevel.Debug, "No plan: {Reason}")]
    private partial void LogDeclined(string reason);

    [LoggerMessage(7202, LogLevel.Warning, "A plan failed; the engine answers: {Cause}")]
    private partial void LogFailed(string cause);
}
