using AgencyGraph.Visibility;

namespace AgencyGraph.Ledger;

/// <summary>A record that was shown, as it was then.</summary>
/// <param name="Version">0 for a kind whose records have no versions.</param>
public readonly record struct ShownRecord(RecordKind Kind, Guid Id, int Version);
