using System.ComponentModel;
using AgencyGraph.Ledger;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Disclosure;

/// <summary>Narrows the ledger; what is given must all hold.</summary>
public sealed record LedgerFilter
{
    [Description("Only disclosures to this person or system, by the subject of the sign-in.")]
    public string? Reader { get; init; }

    [Description("Only disclosures in which this child was shown, by the child's id.")]
    public ChildId? Child { get; init; }

    [Description("Only the one that answered this request, by its `X-Request-ID`.")]
    public string? RequestId { get; init; }

    [Description("Only disclosures of this kind.")]
    public DisclosureKind? Kind { get; init; }

    [Description("Only disclosures at this instant or later.")]
    public DateTime? From { get; init; }

    [Description("Only disclosures before this instant.")]
    public DateTime? Before { get; init; }

    internal bool Passes(LedgerEntry entry)
        => (Reader is null || entry.Subjects.Contains(Reader, StringComparer.Ordinal))
            && (RequestId is null || entry.RequestId == RequestId)
            && (Kind is null || entry.Kind == Kind)
            && !(entry.At < From) && !(entry.At >= Before);
}
