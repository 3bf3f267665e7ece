using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Receipts;

/// <summary>What receipts leave on links.</summary>
internal sealed class LinkUpkeep(IOptions<ReceiptOptions> options)
{
    public async Task AcknowledgedAsync(
        AgencyDb db, AgencyCode to, IEnumerable<SentRecord> settled, DateTime at, CancellationToken cancellationToken)
    {
        await LockAsync(db, db.Set<LinkRecord>().Where(row => row.ToCode == to), cancellationToken);
        foreach (var link in settled.GroupBy(record => record.From))
        {
            var lag = (int)Math.Max(0, (at - link.Max(record => record.SentAt)).TotalSeconds);
            _ = await db.Set<LinkRecord>().Where(row => row.FromCode == link.Key && row.ToCode == to).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.LastAcknowledgedAt, at).SetProperty(row => row.LagSeconds, lag), cancellationToken);
        }

        _ = await EndSpellsAsync(db, db.Set<LinkRecord>().Where(row => row.ToCode == to), at, cancellationToken);
    }

    public static async Task DeliveredAsync(
        AgencyDb db, AgencyCode to, IEnumerable<(SentRecord Record, DateTime At)> delivered, CancellationToken cancellationToken)
    {
        await LockAsync(db, db.Set<LinkRecord>().Where(row => row.ToCode == to), cancellationToken);
        foreach (var link in delivered.GroupBy(one => one.Record.From))
        {
            var at = link.Max(one => one.At);
            _ = await db.Set<LinkRecord>()
                .Where(row => row.FromCode == link.Key && row.ToCode == to && (row.LastDeliveredAt == null || row.LastDeliveredAt < at))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastDeliveredAt, at), cancellationToken);
        }
    }

    /// <summary>Among these links, those where nothing waits beyond the limit any more are overdue no longer.</summary>
    public Task<int> EndSpellsAsync(AgencyDb db, IQueryable<LinkRecord> among, DateTime now, CancellationToken cancellationToken)
    {
        var limit = LimitAt(now);
        return among
            .Where(row => row.OverdueSince != null && !db.Set<AgencyLink>().Any(link => link.Id == row.Id && link.OldestWaitingAt < limit))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.OverdueSince, (DateTime?)null), cancellationToken);
    }

    /// <summary>Whoever changes links locks them first, all in one order, or two could each wait for the other.</summary>
    public static async Task LockAsync(AgencyDb db, IQueryable<LinkRecord> among, CancellationToken cancellationToken)
    {
        var ids = await among.AsNoTracking().Select(row => row.Id).ToListAsync(cancellationToken);
        await db.LockAsync<LinkRecord>([.. ids.Select(id => id.Value)], cancellationToken);
    }

    /// <summary>What was sent before this instant and is not acknowledged is overdue.</summary>
    public DateTime LimitAt(DateTime now) => now - options.Value.AcknowledgeWithin;
}
