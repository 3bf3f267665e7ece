namespace AgencyGraph.Ledger;

/// <summary>Where a disclosure is recorded before it happens.</summary>
public interface IDisclosureLedger
{
    /// <summary>Returns once all of them are on the disk.</summary>
    /// <exception cref="LedgerUnavailableException">They are not recorded for certain: nothing of them may be shown.</exception>
    Task RecordAsync(IReadOnlyList<Disclosure> disclosures, CancellationToken cancellationToken);
}
