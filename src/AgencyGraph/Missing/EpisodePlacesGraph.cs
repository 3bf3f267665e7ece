using AgencyGraph.Children;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Missing;

/// <summary>The graph type <c>EpisodePlaces</c>, on the episode's own row.</summary>
public sealed class EpisodePlacesGraph : ValueGraph<MissingEpisode>
{
    public EpisodePlacesGraph() : base("EpisodePlaces", "Where a child was before and after being missing.")
    {
        OptionalObject("missingFrom", episode => episode.MissingFrom, typeof(AddressGraph), Detail.MissingPlace, "From where the child went missing.");
        OptionalObject("foundAt", episode => episode.FoundPlace, typeof(AddressGraph), Detail.MissingPlace, "Where the child was found.");
    }
}
