using System.Collections.Concurrent;
using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Storage;

namespace AgencyGraph.Receipts;

/// <summary>Sees to it that there is a link wherever something is sent.</summary>
public sealed class OpenLinks
{
    /// <summary>Much longer than a transaction lasts: a row that was found so long ago, and is found again, is there for good.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    private static readonly RowProbe<LinkRecord> Any = new(nameof(LinkRecord.FromCode), nameof(LinkRecord.ToCode));

    private readonly ConcurrentDictionary<(AgencyCode From, AgencyCode To), bool> known = new();
    private readonly ConcurrentDictionary<(AgencyCode From, AgencyCode To), DateTime> foundAt = new();

    public async Task EnsureAsync(WriteSession session, IEnumerable<(AgencyCode From, AgencyCode To)> pairs, CancellationToken cancellationToken)
    {
        foreach (var pair in pairs.Distinct().Where(pair => !known.ContainsKey(pair)))
            await EnsureAsync(session, pair, cancellationToken);
    }

    private async Task EnsureAsync(WriteSession session, (AgencyCode From, AgencyCode To) pair, CancellationToken cancellationToken)
    {
        var links = session.Db.Set<LinkRecord>();
        if (links.Local.Any(link => link.FromCode == pair.From && link.ToCode == pair.To))
            return;

        if (!await Any.FindsAsync(session.Storage, session.Db, cancellationToken, pair.From, pair.To))
        {
            _ = foundAt.TryRemove(pair, out _);
            _ = links.Add(new LinkRecord { Id = AgencyLinkId.New(), FromCode = pair.From, ToCode = pair.To, OpenedAt = session.Deed.At });
        }
        else if (session.Deed.At - foundAt.GetOrAdd(pair, session.Deed.At) > Settled)
        {
            known[pair] = true;
        }
    }
}
