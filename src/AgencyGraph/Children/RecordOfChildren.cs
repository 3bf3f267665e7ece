using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>A record about one or more children, by what decides who sees it.</summary>
public sealed record RecordOfChildren(RecordKind Kind, Guid Id, int Version, RecordFacts Facts);
