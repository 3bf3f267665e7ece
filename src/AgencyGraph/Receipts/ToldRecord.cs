namespace AgencyGraph.Receipts;

/// <summary>A version of a record that the feed told of.</summary>
public readonly record struct ToldRecord(Guid Id, int Version);
