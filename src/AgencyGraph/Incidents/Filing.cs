namespace AgencyGraph.Incidents;

/// <summary>An incident that has been accepted, new or corrected, and is to be written.</summary>
/// <param name="Version">The version that it makes.</param>
internal sealed record Filing(int Position, Incident Incident, ReportedIncident Content, int Version, bool IsNew);
