using AgencyGraph.Children;

namespace AgencyGraph.Incidents;

/// <summary>An incident to be recorded, and how it comes in.</summary>
public sealed record IncidentToRecord(IncidentInput Incident, IngestMode Mode);
