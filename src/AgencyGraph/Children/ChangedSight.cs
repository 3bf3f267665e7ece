using AgencyGraph.Feed;

namespace AgencyGraph.Children;

/// <summary>A record about children, and who could see it before a deed and after it.</summary>
public sealed record ChangedSight(RecordOfChildren Record, SightChange Change);
