using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>A relationship that has lost one of its reasons; it ends if that was the last.</summary>
public sealed record LostTie(RelationshipKind Kind, AgencyCode Agency, ChildId Child);
