using System.Collections.Concurrent;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Plans;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;
using GraphQL.Validation;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Contract.Engine.Planning;

/// <summary>Renders updates by plans: one for each document, role, kind and set of variables; what it declines is the engine's.</summary>
internal sealed partial class PlannedUpdates(
    PlanCompiler compiler, GraphModel model, IPlanStore store, PageCursors cursors, IOptions<PlanOptions> options, IOptions<DocumentOptions> bounds,
    ILogger<PlannedUpdates> log)
{
    private const int MaxSubscriptions = 2_000;

    private readonly TrustedFirst<(string Audience, Role Role, Purpose Purpose), ConcurrentDictionary<(UpdateKind, DeclaredType?), Plan?>> known
        = new(MaxSubscriptions, bounds.Value.MaxCachedBytes);

    /// <summary>Compiles what the subscription may be sent, so that it is refused when it is opened and not when something has happened.</summary>
    /// <exception cref="ReadRefusedException">An update of one of the kinds could never be rendered.</exception>
    public void Check(PlannedSubscription subscription, IEnumerable<UpdateKind> kinds, Caller caller)
    {
        foreach (var update in kinds.Select(UpdateOf))
        {
            foreach (var graph in update.IsHandleOnly ? new DeclaredType?[] { null } : model.ShownBy(update).ToArray<DeclaredType?>())
                _ = PlanFor(subscription, update.Kind, graph, caller);
        }
    }

    /// <summary>Whether a plan rendered it, and the payload: null where the viewer may not see the record.</summary>
    public async ValueTask<(bool IsDone, ReadOnlyMemory<byte>? Payload)> TryRenderAsync(
        PlannedSubscription subscription, FeedEntry entry, Caller viewer, ShownRecords shown, CancellationToken cancellationToken)
    {
        if (!options.Value.AreUsed)
            return (false, null);
        var graph = UpdateOf(entry.Kind).IsHandleOnly ? null : model.NodeOf(entry.RecordKind);
        if (PlanFor(subscription, entry.Kind, graph, viewer) is not { } plan)
            return (false, null);

        var seal = await cursors.SealAsync(cancellationToken);
        return (true, await store.RunAsync(plan, viewer, [store.Stored(entry.RecordId), entry], seal, shown, cancellationToken));
    }

    private UpdateType UpdateOf(UpdateKind kind) => model.Updates.First(update => update.Kind == kind);

    private Plan? PlanFor(PlannedSubscription subscription, UpdateKind kind, DeclaredType? graph, Caller viewer)
    {
        var key = (subscription.Audience, viewer.Role, viewer.Purpose);
        if (!known.TryGet(key, subscription.IsTrusted, out var plans))
            known.Put(key, plans = new(), subscription.IsTrusted, (long)subscription.Document.Source.Length * DocumentOptions.BytesACharacter);
        return plans.GetOrAdd((kind, graph), _ => Compile(subscription, kind, graph, viewer));
    }

    private Plan? Compile(PlannedSubscription subscription, UpdateKind kind, DeclaredType? graph, Caller viewer)
    {
        try
        {
            return compiler.CompileUpdate(subscription.Document, subscription.Operation, subscription.Variables, viewer, kind, graph);
        }
        catch (PlanDeclinedException declined)
        {
            LogDeclined(kind, declined.Message);
            return null;
        }
    }

    [LoggerMessage(7211, LogLevel.Debug, "No plan for {Kind}: {Reason}")]
    private partial void LogDeclined(UpdateKind kind, string reason);
}

/// <summary>A subscription as validated.</summary>
/// <param name="Audience">The hash of its document, operation and variables.</param>
internal sealed record PlannedSubscription(string Audience, GraphQLDocument Document, GraphQLOperationDefinition Operation, Variables Variables)
{
    /// <summary>Whether the document is a trusted one.</summary>
    public bool IsTrusted { get; init; }
}
