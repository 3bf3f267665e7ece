using AgencyGraph.Children;
using AgencyGraph.Contract.Deadlines;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Feed;
using AgencyGraph.Incidents;
using AgencyGraph.Visibility;

namespace AgencyGraph.Referrals;

/// <summary>What referrals add to the graph.</summary>
public sealed class ReferralModule : IGraphModule
{
    public void Declare(GraphModel graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.Type(new ReferralGraph());
        graph.Type(new RatingGraph());
        graph.Type(new ReferralDecisionGraph());
        graph.Of<ChildGraph>().Connection(
            "referrals", child => child.Id, Link.Through((ReferredChild child) => child.ChildId, child => child.Referral!),
            typeof(ReferralGraph), ReferralGraph.Listing, Detail.ReferralSummary, "The referrals that the child is in.");
        graph.Of<IncidentGraph>().Connection(
            "referrals", incident => incident.Id, Link.Through((ReferredIncident incident) => incident.IncidentId, incident => incident.Referral!),
            typeof(ReferralGraph), ReferralGraph.Listing, Detail.ReferralSummary, "The referrals that rest on this incident.");
        graph.Of<DeadlineGraph>().First(
            "referral", deadline => deadline.Id, Link.Through((ReferralDeadline own) => own.DeadlineId, own => own.Referral!),
            typeof(ReferralGraph), ReferralGraph.Listing, Detail.Deadline, "The referral on which it is; null where it is on another kind of record.");
        ReferralFields.Declare(graph);

        Update(UpdateKind.ReferralMade, "ReferralMade", "An agency made a referral.");
        Update(UpdateKind.ReferralAcknowledged, "ReferralAcknowledged", "A council told the referrer that it has the referral.");
        Update(UpdateKind.ReferralRated, "ReferralRated", "A hub rated a referral.");
        Update(UpdateKind.ReferralDecided, "ReferralDecided", "A council decided on a referral.");

        void Update(UpdateKind kind, string name, string description)
            => graph.Update(new UpdateType(kind, name, description, "referral", typeof(ReferralGraph)));
    }
}
