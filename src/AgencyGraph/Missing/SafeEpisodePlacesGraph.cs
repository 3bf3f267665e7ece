using AgencyGraph.Children;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Missing;

/// <summary>The graph type <c>SafeEpisodePlaces</c>, on the episode's own row.</summary>
public sealed class SafeEpisodePlacesGraph : ValueGraph<MissingEpisode>
{
    public SafeEpisodePlacesGraph() : base("SafeEpisodePlaces", "Where a child was before and after being missing, where that must not reach the person who is a danger.")
    {
        OptionalObject("missingFrom", episode => episode.SafeMissingFrom, typeof(AddressGraph), Detail.SafeAddress, "From where the child went missing. Never pass it on.");
        OptionalObject("foundAt", episode => episode.SafeFoundPlace, typeof(AddressGraph), Detail.SafeAddress, "Where the child was found. Never pass it on.");
    }
}
