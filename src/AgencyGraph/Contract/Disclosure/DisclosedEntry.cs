using AgencyGraph.Ledger;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Disclosure;

/// <summary>An entry of the ledger, with the children whom its pseudonyms still name.</summary>
/// <param name="Children">Without those whose keys are destroyed.</param>
internal sealed record DisclosedEntry(LedgerEntry Entry, LedgerPlace Place, IReadOnlyList<ChildId> Children);

/// <summary>Some entries, in the order in which they were read.</summary>
/// <param name="Last">The last that was looked at, whether or not it passed; null where there was none.</param>
/// <param name="HasMore">Whether there may be more beyond it.</param>
internal sealed record DisclosedEntries(IReadOnlyList<DisclosedEntry> Entries, LedgerPlace? Last, bool HasMore);

/// <summary>A place in the ledger: a group, and an entry in it.</summary>
internal readonly record struct LedgerPlace(long Position, int Ordinal)
{
    public int CompareTo(LedgerPlace other) => (Position, Ordinal).CompareTo((other.Position, other.Ordinal));
}
