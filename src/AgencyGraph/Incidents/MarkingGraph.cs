using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Incidents;

/// <summary>The graph type <c>Marking</c>, on the incident's own row.</summary>
public sealed class MarkingGraph : ValueGraph<Incident>
{
    public MarkingGraph() : base("Marking", "How the force wants an incident to be handled by whoever receives it.")
    {
        Field("protective", incident => incident.ProtectiveMarking, Detail.IncidentNotice, "The protective marking (Government Security Classifications).");
        FreeText("handling", incident => incident.Handling, Detail.IncidentNotice, "Handling instructions; null for none.");
        Field("originatorConsentRequired", incident => incident.NeedsConsent, Detail.IncidentNotice, "Whether the force must agree before it goes beyond the council that received it.");
    }
}
