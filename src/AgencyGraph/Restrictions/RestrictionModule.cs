using AgencyGraph.Children;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Incidents;
using AgencyGraph.Visibility;

namespace AgencyGraph.Restrictions;

/// <summary>What restrictions add to the graph.</summary>
public sealed class RestrictionModule : IGraphModule
{
    public void Declare(GraphModel graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.Type(new RestrictionDecisionGraph());
        graph.Root(MutationField.Of<RestrictRecordInput, RestrictionStep<RestrictRecordInput>>(
            "restrictRecord", Permission.RestrictRecords, "Restricts a child or an incident to named workers.",
            typeof(RestrictionDecisionGraph), "decision", input => new(input.IdempotencyKey, StepOf(input, input.Record))));
        graph.Root(MutationField.Of<LiftRestrictionInput, RestrictionStep<LiftRestrictionInput>>(
            "liftRestriction", Permission.RestrictRecords, "Lifts a restriction.",
            typeof(RestrictionDecisionGraph), "decision", input => new(input.IdempotencyKey, StepOf(input, input.Record))));
    }

    private static RestrictionStep<TInput> StepOf<TInput>(TInput input, string record)
        where TInput : IRestrictionInput
        => NodeId.TryDecode(record, out var tag, out var id)
            ? new(input, tag == ChildGraph.Tag ? RecordKind.Child : tag == IncidentGraph.Tag ? RecordKind.Incident : null, id)
            : new(input, null, Guid.Empty);
}
