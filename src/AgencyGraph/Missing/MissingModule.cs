using AgencyGraph.Children;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;

namespace AgencyGraph.Missing;

/// <summary>What missing children add to the graph.</summary>
public sealed class MissingModule : IGraphModule
{
    public void Declare(GraphModel graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.Type(new MissingEpisodeGraph());
        graph.Type(new EpisodePlacesGraph());
        graph.Type(new SafeEpisodePlacesGraph());
        graph.Type(new StatedStatusGraph());
        graph.Type(new ReturnInterviewGraph());
        graph.Type(new EpisodeDeliveryGraph());
        graph.Of<ChildGraph>().Connection(
            "missingEpisodes", child => child.Id, Link.Own((MissingEpisode episode) => episode.ChildId),
            typeof(MissingEpisodeGraph), MissingEpisodeGraph.Listing, Detail.MissingNotice, "When the child was missing.");
        MissingFields.Declare(graph);

        Update(UpdateKind.ChildMissing, "ChildMissing", "A force reported a child missing.");
        Update(UpdateKind.ChildFound, "ChildFound", "A force reported that a missing child was found.");
        Update(UpdateKind.MissingCorrected, "MissingCorrected", "A force corrected what it reported of a missing child.");
        Update(UpdateKind.PlanStatusStated, "PlanStatusStated", "A council stated whether a missing child is looked after or on a plan.");
        Update(UpdateKind.ReturnInterviewRecorded, "ReturnInterviewRecorded", "A council offered a child who was missing a return interview, or recorded the answer or the interview.");

        void Update(UpdateKind kind, string name, string description)
            => graph.Update(new UpdateType(kind, name, description, "episode", typeof(MissingEpisodeGraph)));
    }
}
