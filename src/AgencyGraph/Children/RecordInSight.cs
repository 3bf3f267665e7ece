using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>A record about children, and what decides who sees it.</summary>
public sealed record RecordInSight(RecordOfChildren Record, Sight Sight);
