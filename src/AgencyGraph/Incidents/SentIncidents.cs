using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Receipts;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Incidents;

/// <summary>
/// Deliveries of incidents. A delivery is settled by an update of its own version or a later one; an update from before it, when the
/// incident was shared, withheld and shared again, settles only the former.
/// </summary>
internal sealed class SentIncidents(IVisibleRecords records, WaitingIncidents waiting) : ISentRecords
{
    public RecordKind Kind => RecordKind.Incident;

    public async Task<IReadOnlyList<SentRecord>> AcknowledgeAsync(
        AgencyDb db, Receipt receipt, IReadOnlyList<ToldRecord> told, CancellationToken cancellationToken)
    {
        var (receiver, since, upTo, at) = receipt;
        // What the receiver does not see, by the rule that decides what it is sent, was not shown to it: its position passed it, and acknowledges nothing.
        var seen = records.Of<Incident>(db, receiver);
        var open = db.Set<Delivery>().Where(delivery => delivery.AcknowledgedAt == null && (delivery.DeliveredAt >= since
            || (delivery.WithdrawnAt == null && seen.Any(incident => incident.Id == delivery.IncidentId))));
        var found = await FindAsync(open, receiver.Agency, told, cancellationToken);
        await LeaveOutUnreturnedAsync(db, found, receiver.Agency, since, upTo, cancellationToken);
        var ids = found.ConvertAll(delivery => delivery.Id);
        if (ids.Count > 0)
        {
            _ = await db.Set<Delivery>().Where(delivery => ids.Contains(delivery.Id) && delivery.AcknowledgedAt == null)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(delivery => delivery.AcknowledgedAt, at).SetProperty(delivery => delivery.ExpiredAt, (DateTime?)null),
                    cancellationToken);
        }

        return found.ConvertAll(delivery => delivery.Record);
    }

    public Task FollowReceiverAsync(WriteSession session, Caller receiver, CancellationToken cancellationToken)
        => waiting.FollowReceiverAsync(session, receiver, cancellationToken);

    public Task AnnounceExpiredAsync(WriteSession session, Caller receiver, CancellationToken cancellationToken)
        => waiting.AnnounceExpiredAsync(session, receiver, cancellationToken);

    public Task<int> ExpireAsync(AgencyDb db, AgencyCode from, AgencyCode to, DateTime before, DateTime at, CancellationToken cancellationToken)
        => db.Set<Delivery>()
            .Where(delivery => delivery.ToCode == to && delivery.FromCode == from && delivery.AcknowledgedAt == null && delivery.WithdrawnAt == null
                && delivery.ExpiredAt == null && (delivery.AnnouncedAt ?? delivery.SharedAt) < before)
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.ExpiredAt, at), cancellationToken);

    public async Task<IReadOnlyList<SentRecord>> NoteDeliveredAsync(
        AgencyDb db, AgencyCode to, IReadOnlyList<ToldRecord> told, DateTime at, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db.Set<Delivery>().Where(delivery => delivery.DeliveredAt == null), to, told, cancellationToken);
        var ids = found.ConvertAll(delivery => delivery.Id);
        if (ids.Count > 0)
        {
            _ = await db.Set<Delivery>().Where(delivery => ids.Contains(delivery.Id) && delivery.DeliveredAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.DeliveredAt, at), cancellationToken);
        }

        return found.ConvertAll(delivery => delivery.Record);
    }

    private static async Task<List<Found>> FindAsync(
        IQueryable<Delivery> among, AgencyCode to, IReadOnlyList<ToldRecord> told, CancellationToken cancellationToken)
    {
        var versions = told.GroupBy(record => record.Id)
            .ToDictionary(group => new IncidentId(group.Key), group => group.Max(record => record.Version));
        var incidents = versions.Keys.ToList();
        var found = await among.AsNoTracking()
            .Where(delivery => incidents.Contains(delivery.IncidentId) && delivery.ToCode == to)
            .OrderBy(delivery => delivery.Id)
            .Select(delivery => new Found(
                delivery.Id, delivery.IncidentId, delivery.Version, new SentRecord(delivery.FromCode, delivery.SharedAt),
                delivery.ReturnedAt != null, delivery.DeliveredAt))
            .ToListAsync(cancellationToken);
        _ = found.RemoveAll(delivery => delivery.Version > versions[delivery.Incident]);
        return found;
    }

    /// <summary>What was hidden when the receiver came so far, and is visible now, was not sent yet: the update that says so is still to come.</summary>
    private static async Task LeaveOutUnreturnedAsync(
        AgencyDb db, List<Found> found, AgencyCode to, DateTime since, long upTo, CancellationToken cancellationToken)
    {
        var returned = found.Where(delivery => delivery.MayCome(since)).Select(delivery => delivery.Incident.Value).ToList();
        if (returned.Count == 0)
            return;

        var coming = await db.Set<FeedEntry>().AsNoTracking()
            .Where(entry => entry.Council == to && entry.Position > upTo && entry.Kind == UpdateKind.RecordVisible
                && entry.RecordKind == RecordKind.Incident && returned.Contains(entry.RecordId))
            .Select(entry => entry.RecordId).ToListAsync(cancellationToken);
        _ = found.RemoveAll(delivery => delivery.MayCome(since) && coming.Contains(delivery.Incident.Value));
    }

    /// <param name="HasReturned">Whether it was hidden from a receiver for some time.</param>
    private sealed record Found(Guid Id, IncidentId Incident, int Version, SentRecord Record, bool HasReturned, DateTime? DeliveredAt)
    {
        /// <summary>Whether it may be that the receiver, which is one since then, is still to be told of it.</summary>
        public bool MayCome(DateTime since) => HasReturned && !(DeliveredAt >= since);
    }
}
