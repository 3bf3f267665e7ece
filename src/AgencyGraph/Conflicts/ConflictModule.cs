using AgencyGraph.Children;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Conflicts;

/// <summary>What conflicts of interest add to the graph.</summary>
public sealed class ConflictModule : IGraphModule
{
    public void Declare(GraphModel graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.Type(new ConflictDecisionGraph());
        graph.Root(MutationField.Of<DeclareConflictInput, Located<DeclareConflictInput, ChildId>>(
            "declareConflict", Permission.DeclareConflicts, "Declares that a worker of your agency is linked to a party of a child's case.",
            typeof(ConflictDecisionGraph), "decision", input => new(input.IdempotencyKey, new(input, ChildIn(input.Child)))));
        graph.Root(MutationField.Of<EndConflictInput, Located<EndConflictInput, ChildId>>(
            "endConflict", Permission.DeclareConflicts, "Ends such a conflict.",
            typeof(ConflictDecisionGraph), "decision", input => new(input.IdempotencyKey, new(input, ChildIn(input.Child)))));
    }

    private static ChildId ChildIn(string id) => new(NodeId.DecodeOrEmpty(ChildGraph.Tag, id));
}
