namespace AgencyGraph.Ledger.Checkpoints;

/// <summary>Something that is not as it was recorded.</summary>
/// <param name="Position">Where in the chain; null where it is not at one place.</param>
public sealed record LedgerFinding(long? Position, string Words);
