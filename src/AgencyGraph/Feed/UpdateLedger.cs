using AgencyGraph.Ledger;

namespace AgencyGraph.Feed;

/// <summary>Records updates as disclosed, before they are handed to the streams that are to be sent them.</summary>
internal sealed class UpdateLedger(IDisclosureLedger ledger)
{
    /// <summary>Updates that have waited for the ledger for so long are waited for no longer: their streams end, and resume later.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <exception cref="LedgerUnavailableException">None of them may be sent.</exception>
    public Task RecordAsync(IReadOnlyList<Disclosure> disclosures, CancellationToken cancellationToken) => ledger.RecordAsync(disclosures, cancellationToken);

    /// <summary>One update, as it is shown to some streams of one audience.</summary>
    public static Disclosure Of(FeedEntry entry, UpdateTemplate template, IReadOnlyList<StreamRequest> streams, long policyEpoch) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = DisclosureKind.Update,
        Reader = streams[0].Caller,
        Subjects = [.. streams.Select(stream => stream.Caller.Subject).Distinct(StringComparer.Ordinal)],
        Contents = template.Contents ?? throw new InvalidOperationException("An update says what it shows."),
        PolicyEpoch = policyEpoch,
        FeedPosition = entry.Position,
    };
}
