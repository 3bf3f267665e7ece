using System.Collections.Concurrent;
using AgencyGraph.Ledger;

namespace AgencyGraph.Tests.Feed;

/// <summary>Keeps what it is told in memory.</summary>
internal sealed class KeptLedger : IDisclosureLedger
{
    private readonly ConcurrentQueue<Disclosure> kept = new();

    public IReadOnlyCollection<Disclosure> Kept => kept;

    public async Task RecordAsync(IReadOnlyList<Disclosure> disclosures, CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var disclosure in disclosures)
            kept.Enqueue(disclosure);
    }
}
