using AgencyGraph.Agencies;
using AgencyGraph.Receipts;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Incidents;

/// <summary>
/// Deliveries of incidents. A delivery is settled by an update of its own version or a later one; an update from before it, when the
/// incident was shared, withheld and shared again, settles only the former.
/// </summary>
internal sealed class SentIncidents : ISentRecords
{
    public RecordKind Kind => RecordKind.Incident;

    public async Task<IReadOnlyList<SentRecord>> AcknowledgeAsync(
        AgencyDb db, AgencyCode to, IReadOnlyList<ToldRecord> told, DateTime at, CancellationToken cancellationToken)
    {
        // What was withdrawn before it arrived was never shown: the receiver's position passed it, and acknowledges nothing.
        var open = db.Set<Delivery>().Where(delivery
            => delivery.AcknowledgedAt == null && (delivery.WithdrawnAt == null || delivery.DeliveredAt != null));
        var (ids, records) = await FindAsync(open, to, told, cancellationToken);
        if (ids.Count > 0)
        {
            _ = await db.Set<Delivery>().Where(delivery => ids.Contains(delivery.Id) && delivery.AcknowledgedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.AcknowledgedAt, at), cancellationToken);
        }

        return records;
    }

    public async Task<IReadOnlyList<SentRecord>> NoteDeliveredAsync(
        AgencyDb db, AgencyCode to, IReadOnlyList<ToldRecord> told, DateTime at, CancellationToken cancellationToken)
    {
        var (ids, records) = await FindAsync(db.Set<Delivery>().Where(delivery => delivery.DeliveredAt == null), to, told, cancellationToken);
        if (ids.Count > 0)
        {
            _ = await db.Set<Delivery>().Where(delivery => ids.Contains(delivery.Id) && delivery.DeliveredAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.DeliveredAt, at), cancellationToken);
        }

        return records;
    }

    private static async Task<(IReadOnlyList<Guid> Ids, IReadOnlyList<SentRecord> Records)> FindAsync(
        IQueryable<Delivery> among, AgencyCode to, IReadOnlyList<ToldRecord> told, CancellationToken cancellationToken)
    {
        var versions = told.GroupBy(record => record.Id)
            .ToDictionary(group => new IncidentId(group.Key), group => group.Max(record => record.Version));
        var incidents = versions.Keys.ToList();
        var found = await among.AsNoTracking()
            .Where(delivery => incidents.Contains(delivery.IncidentId) && delivery.ToCode == to)
            .OrderBy(delivery => delivery.Id)
            .Select(delivery => new { delivery.Id, delivery.IncidentId, delivery.Version, delivery.FromCode, delivery.SharedAt })
            .ToListAsync(cancellationToken);
        found.RemoveAll(delivery => delivery.Version > versions[delivery.IncidentId]);
        return ([.. found.Select(delivery => delivery.Id)], [.. found.Select(delivery => new SentRecord(delivery.FromCode, delivery.SharedAt))]);
    }
}
