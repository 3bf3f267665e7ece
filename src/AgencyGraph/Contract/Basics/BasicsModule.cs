using AgencyGraph.Agencies;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Basics;

/// <summary>What is no feature's: agencies.</summary>
public sealed class BasicsModule : IGraphModule
{
    public void Declare(GraphModel graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.Type(new AgencyBodyGraph());
        graph.Root(new LookupField(
            "agency", Permission.ReadAgencies, "One agency.", typeof(AgencyBodyGraph),
            ListFilter.Of<AgencyBy>(by => [FilterCondition.Of<Agency>(Detail.Open, agency => agency.Code == by.Code)])));
        graph.Root(new ConnectionField("agencies", Permission.ReadAgencies, "The agencies of the exchange.", typeof(AgencyBodyGraph), AgencyBodyGraph.Listing));
    }
}
