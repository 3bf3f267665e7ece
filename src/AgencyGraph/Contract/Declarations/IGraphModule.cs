namespace AgencyGraph.Contract.Declarations;

/// <summary>What a feature adds to the graph: its types, edges on the types of lower rooms, and root fields.</summary>
public interface IGraphModule
{
    void Declare(GraphModel graph);
}
