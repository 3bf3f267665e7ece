using AgencyGraph.Ledger;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Disclosure;

/// <summary>An entry of the ledger, with the children whom its pseudonyms still name.</summary>
/// <param name="Place">Where it stands within its group.</param>
/// <param name="Children">Without those whose keys are destroyed.</param>
internal sealed record DisclosedEntry(LedgerEntry Entry, int Place, IReadOnlyList<ChildId> Children);

/// <summary>Some entries, latest first.</summary>
/// <param name="Last">The last that was looked at, whether or not it passed; null where there was none.</param>
/// <param name="HasMore">Whether there is anything before it.</param>
internal sealed record DisclosedEntries(IReadOnlyList<DisclosedEntry> Entries, LedgerPlace? Last, bool HasMore);

/// <summary>A place in the ledger: a group, and an entry in it.</summary>
internal readonly record struct LedgerPlace(long Position, int Place);
