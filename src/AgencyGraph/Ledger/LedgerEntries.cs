using System.Formats.Cbor;
using AgencyGraph.Visibility;

namespace AgencyGraph.Ledger;

/// <summary>
/// The entries of groups, for who reads what the ledger says. What was tampered with is for <c>verify-ledger</c> to tell: it keeps nobody from the rest.
/// </summary>
internal sealed partial class LedgerEntries(ILogger<LedgerEntries> log)
{
    /// <summary>None of a group that cannot be read.</summary>
    public IReadOnlyList<LedgerEntry> Of(LedgerGroup group)
    {
        try
        {
            return LedgerEncoding.Decode(group.Position, group.Body);
        }
        catch (CborContentException exception)
        {
            LogUnreadable(group.Position, Fault.Describe(exception));
            return [];
        }
    }

    [LoggerMessage(4010, LogLevel.Error, "The ledger's group {Position} cannot be read, and is left out of what is told of the ledger. Run verify-ledger: {Cause}")]
    private partial void LogUnreadable(long position, string cause);
}
