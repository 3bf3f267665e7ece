using AgencyGraph.Children;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;

namespace AgencyGraph.Incidents;

/// <summary>What incidents add to the graph.</summary>
public sealed class IncidentModule : IGraphModule
{
    public void Declare(GraphModel graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.Type(new IncidentGraph());
        graph.Type(new SharingDecisionGraph());
        graph.Type(new MarkingGraph());
        graph.Type(new InformantGraph());
        graph.Type(new DeliveryGraph());
        graph.Type(new ChildInvolvementGraph());
        graph.Type(new AdultInvolvementGraph());
        graph.Type(new AllegedPerpetratorGraph());
        graph.Of<ChildGraph>().Connection(
            "incidents", child => child.Id, Link.Through((ChildInvolvement involvement) => involvement.ChildId, involvement => involvement.Incident!),
            typeof(IncidentGraph), IncidentGraph.Listing, Detail.IncidentNotice, "The incidents that the child was in.");
        IncidentFields.Declare(graph);

        Update(UpdateKind.IncidentRecorded, "IncidentRecorded", "A force recorded an incident.");
        Update(UpdateKind.IncidentCorrected, "IncidentCorrected", "A force corrected an incident.");
        Update(UpdateKind.IncidentShared, "IncidentShared", "A force shared an incident that it had withheld.");
        Update(UpdateKind.IncidentWithheld, "IncidentWithheld", "A force withheld an incident.");

        void Update(UpdateKind kind, string name, string description)
            => graph.Update(new UpdateType(kind, name, description, "incident", typeof(IncidentGraph)));
    }
}
