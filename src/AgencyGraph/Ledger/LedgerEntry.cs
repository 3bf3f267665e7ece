using AgencyGraph.Visibility;

namespace AgencyGraph.Ledger;

/// <summary>A disclosure as the ledger keeps it: children by pseudonyms, everything else by ids and names of classes.</summary>
/// <param name="Position">Of its group in the chain.</param>
/// <param name="Children">The pseudonyms of the children who were shown themselves.</param>
/// <param name="Records">The other records.</param>
public sealed record LedgerEntry(
    long Position, Guid Id, DateTime At, DisclosureKind Kind, string Agency, IReadOnlyList<string> Subjects, string? OnBehalfOf, Role Role, Purpose Purpose,
    IReadOnlyList<string> LegalBases, string Operation, string Document, string? RequestId, long PolicyEpoch, long? FeedPosition, IReadOnlyList<Guid> Children,
    IReadOnlyList<ShownRecord> Records, IReadOnlyList<Detail> Details, int Totals);
