namespace AgencyGraph.Ledger;

/// <summary>What was committed together: a link of the chain.</summary>
/// <param name="Position">From 1, without gaps.</param>
/// <param name="WrittenAt">Milliseconds since 1970.</param>
/// <param name="Body">Its entries (see <see cref="LedgerEncoding"/>).</param>
/// <param name="Hash">See <see cref="Chain"/>.</param>
internal sealed record LedgerGroup(long Position, long WrittenAt, byte[] Body, byte[] Hash);
