using AgencyGraph.Contract.Declarations;

namespace AgencyGraph.Suspensions;

/// <summary>What suspensions add to the graph.</summary>
public sealed class SuspensionModule : IGraphModule
{
    public void Declare(GraphModel graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.Type(new AccessDecisionGraph());
        SuspensionFields.Declare(graph);
    }
}
