using AgencyGraph.Ledger;
using AgencyGraph.Ledger.Store;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Ledger;

/// <summary>A running exchange's ledger, read behind its back, with the children's pseudonyms resolved.</summary>
internal sealed class RecordedDisclosures
{
    private readonly ILookup<string?, LedgerEntry> byRequest;
    private readonly Pseudonyms pseudonyms;

    private RecordedDisclosures(IReadOnlyList<LedgerEntry> entries, Pseudonyms pseudonyms)
        => (Entries, byRequest, this.pseudonyms) = (entries, entries.ToLookup(entry => entry.RequestId), pseudonyms);

    public IReadOnlyList<LedgerEntry> Entries { get; }

    public static async Task<RecordedDisclosures> ReadAsync(IServiceProvider services)
    {
        var groups = await services.GetRequiredService<ILedgerStore>().ReadAsync(0, int.MaxValue, CancellationToken.None);
        return new RecordedDisclosures(
            [.. groups.SelectMany(group => LedgerEncoding.Decode(group.Position, group.Body))], services.GetRequiredService<Pseudonyms>());
    }

    /// <summary>The one entry of a request; null where nothing was recorded.</summary>
    public LedgerEntry? Of(string requestId) => byRequest[requestId].SingleOrDefault();

    public bool Says(LedgerEntry entry, Guid id) => entry.Records.Any(record => record.Id == id) || entry.Children.Contains(NameOf(id));

    /// <summary>All that it says of what was shown.</summary>
    public static string? Words(LedgerEntry? entry) => entry is null ? null : string.Join(
        ' ', entry.Children.Order().Select(child => child.ToString())
            .Concat(entry.Records.Select(record => record.ToString()).Order(StringComparer.Ordinal))
            .Concat(entry.Details.Select(detail => detail.ToString()).Order(StringComparer.Ordinal))
            .Append(entry.Totals.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private Guid NameOf(Guid child)
    {
        var known = pseudonyms.Known(new ChildId(child));
        return known ?? Guid.Empty;
    }
}
