using AgencyGraph.Incidents;

namespace AgencyGraph.Referrals;

/// <summary>That a referral rests on an incident.</summary>
public sealed class ReferredIncident
{
    public required ReferralId ReferralId { get; init; }

    public Referral? Referral { get; init; }

    public required IncidentId IncidentId { get; init; }

    public Incident? Incident { get; init; }
}
