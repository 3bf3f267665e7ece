using AgencyGraph.Incidents;

namespace AgencyGraph.Commands.Demo.Region;

/// <summary>An incident of the region's history, first recorded or corrected.</summary>
/// <param name="Referral">How far the referral came that followed; null where none followed.</param>
internal sealed record PastIncident(Family Family, IncidentInput Input, PastReferral? Referral);
