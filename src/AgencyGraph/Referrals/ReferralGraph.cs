using AgencyGraph.Children;
using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Deadlines;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Incidents;
using AgencyGraph.Visibility;

namespace AgencyGraph.Referrals;

/// <summary>The graph type <c>Referral</c>.</summary>
public sealed class ReferralGraph : RecordGraph<Referral>
{
    public const char Tag = 'f';

    public ReferralGraph() : base("Referral", "A request to a council for services for one or more children, from any agency.")
    {
        Id(Tag, referral => referral.Id);
        Field("version", referral => referral.Version, Detail.Open, "Rises by one with each step; pass it as `expectedVersion`.");
        Optional("reference", referral => referral.Reference, Detail.ReferralSummary, "The referring agency's own reference; null where it gave none.");
        Object("from", referral => referral.From, typeof(AgencyBodyGraph), Detail.ReferralSummary, "Who referred.");
        Object("to", referral => referral.To, typeof(AgencyBodyGraph), Detail.ReceivingCouncil, "The council to which it was made.");
        Many("children", referral => referral.Id, Link.Through((ReferredChild child) => child.ReferralId, child => child.Child!), typeof(ChildGraph), ChildGraph.Listing, Detail.ReferralSummary, "The children in it whom you may see.");
        Many("incidents", referral => referral.Id, Link.Through((ReferredIncident incident) => incident.ReferralId, incident => incident.Incident!), typeof(IncidentGraph), IncidentGraph.Listing, Detail.ReferralSummary, "The incidents on which it rests and which you may see.");
        Field("source", referral => referral.Source, Detail.ReferralSummary, "The source group of the children in need census.");
        Field("primaryNeed", referral => referral.PrimaryNeed, Detail.ReferralSummary, "The primary need code of the children in need census.");
        FreeText("reason", referral => referral.Reason, Detail.ReferralReason, "Why the children are referred, in the referrer's words.");
        Field("recordedAt", referral => referral.RecordedAt, Detail.ReferralSummary, "When the referrer wrote it.");
        Field("receivedAt", referral => referral.ReceivedAt, Detail.ReferralSummary, "When the council received it: the instant at which the exchange accepted it.");
        Optional("acknowledgedAt", referral => referral.AcknowledgedAt, Detail.ReferralOutcome, "When the council told the referrer that it has it; null until then.");
        Field("stage", referral => referral.Stage, Detail.ReferralOutcome, "How far it has come.");
        Facet("rating", typeof(RatingGraph), referral => referral.Rating != null, Detail.ReferralSummary, "The hub's rating; null until rated.");
        Facet("decision", typeof(ReferralDecisionGraph), referral => referral.Outcome != null, Detail.ReferralOutcome, "The council's decision; null until decided.");
        Many("deadlines", referral => referral.Id, Link.Through((ReferralDeadline own) => own.ReferralId, own => own.Deadline!), typeof(DeadlineGraph), DeadlineGraph.OfRecord, Detail.Deadline, "What is to be done on it by when, and what was; each clock as it began.");
        Withheld();
    }

    public static Listing Listing { get; } = new(
        "Referral",
        [
            new ListOrder(
                "RECEIVED_LAST", "By when they were received, latest first.", Detail.ReferralSummary,
                [OrderKey.Descending((Referral referral) => referral.ReceivedAt), OrderKey.Descending((Referral referral) => referral.Id)]),
            new ListOrder(
                "RECEIVED_FIRST", "By when they were received, earliest first.", Detail.ReferralSummary,
                [OrderKey.Ascending((Referral referral) => referral.ReceivedAt), OrderKey.Ascending((Referral referral) => referral.Id)]),
        ],
        ListFilter.Of<ReferralFilter>(ReferralFilter.Conditions));
}
