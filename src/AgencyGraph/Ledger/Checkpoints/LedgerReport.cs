namespace AgencyGraph.Ledger.Checkpoints;

/// <summary>What an examination of the ledger has found.</summary>
/// <param name="Commits">Links of the chain.</param>
/// <param name="Entries">Disclosures in them.</param>
/// <param name="Covered">Up to which commit a good checkpoint vouches for them. What came after is held by the chain alone.</param>
/// <param name="Findings">None where it is whole.</param>
public sealed record LedgerReport(long Commits, long Entries, int Checkpoints, int Witnessed, long Covered, IReadOnlyList<LedgerFinding> Findings);
