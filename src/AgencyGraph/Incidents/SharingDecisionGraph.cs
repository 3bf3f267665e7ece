using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Incidents;

/// <summary>The graph type <c>SharingDecision</c>, on the incident's own row.</summary>
public sealed class SharingDecisionGraph : ValueGraph<Incident>
{
    public SharingDecisionGraph() : base(
        "SharingDecision",
        "Whether an incident is shared. Children Act 2004 s.16LA(3): the duty to share is off where sharing would harm the child more.")
    {
        Field("decision", incident => incident.Sharing, Detail.SharingDecision, "Shared or withheld.");
        Optional("reason", incident => incident.WithholdReason, Detail.SharingDecision, "Why it is withheld; null when shared.");
        Optional("reviewOn", incident => incident.ReviewOn, Detail.SharingDecision, "When the decision to withhold is looked at again; null when shared, or where no date was set.");
    }
}
