using AgencyGraph.Contract.Declarations;

namespace AgencyGraph.Retention;

/// <summary>What retention adds to the graph.</summary>
public sealed class RetentionModule : IGraphModule
{
    public void Declare(GraphModel graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.Type(new RetentionReviewGraph());
        graph.Type(new LegalHoldGraph());
        RetentionFields.Declare(graph);
    }
}
