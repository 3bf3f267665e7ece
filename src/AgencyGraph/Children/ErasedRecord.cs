using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>A record that is no more.</summary>
public readonly record struct ErasedRecord(RecordKind Kind, Guid Id);
