using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>When an agency last wrote of a child, or was sent something about it.</summary>
public readonly record struct LastWritten(ChildId Child, DateTime At);
