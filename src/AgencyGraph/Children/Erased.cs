namespace AgencyGraph.Children;

/// <summary>What an erasure took away.</summary>
/// <param name="Records">The record, and those that were parts of it.</param>
/// <param name="Lost">Relationships that lost a reason by it.</param>
public sealed record Erased(IReadOnlyList<ErasedRecord> Records, IReadOnlyList<LostTie> Lost);
