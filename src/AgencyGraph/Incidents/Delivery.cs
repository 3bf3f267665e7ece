using AgencyGraph.Receipts;

namespace AgencyGraph.Incidents;

/// <summary>That an incident was sent to an agency, when it arrived there, and when the agency said so.</summary>
public sealed class Delivery : Sending
{
    public required IncidentId IncidentId { get; init; }

    public Incident? Incident { get; init; }
}
