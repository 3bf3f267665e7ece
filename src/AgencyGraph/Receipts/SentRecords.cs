using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Receipts;

/// <summary>
/// The deliveries of one feature. A delivery is settled by an update of its own version or a later one; an update from before it, when the
/// record was shared, withheld and shared again, settles only the former.
/// </summary>
/// <param name="key">The member by which a delivery names its record.</param>
public abstract partial class SentRecords<TRecord, TId, TSending>(IVisibleRecords records, IOptions<FeedOptions> options, string key) : ISentRecords
    where TRecord : class, IGoverned<TRecord>
    where TId : struct, IRecordId<TId>
    where TSending : Sending
{
    private const string Id = "Id";

    public RecordKind Kind => TRecord.Kind;

    /// <summary>The deliveries of records as they are now shared: what was withdrawn earlier, by withholding or moving one, stays so.</summary>
    protected abstract IQueryable<TSending> StandingOf(AgencyDb db);

    /// <summary>Those among them whose record is shared with this council.</summary>
    protected abstract IQueryable<TSending> SharedWith(AgencyCode council, IQueryable<TSending> deliveries);

    /// <summary>These records as they are now.</summary>
    protected abstract Task<IReadOnlyList<SentVersion>> VersionsAsync(AgencyDb db, IReadOnlyCollection<TId> ids, CancellationToken cancellationToken);

    public async Task<IReadOnlyList<SentRecord>> AcknowledgeAsync(
        AgencyDb db, Receipt receipt, IReadOnlyList<ToldRecord> told, CancellationToken cancellationToken)
    {
        var (receiver, since, upTo, at) = receipt;
        // What the receiver does not see, by the rule that decides what it is sent, was not shown to it: its position passed it, and acknowledges nothing.
        var seen = records.Of<TRecord>(db, receiver);
        var open = db.Set<TSending>().Where(delivery => delivery.AcknowledgedAt == null && (delivery.DeliveredAt >= since
            || (delivery.WithdrawnAt == null && seen.Any(record => EF.Property<TId>(record, Id).Equals(EF.Property<TId>(delivery, key))))));
        var found = await FindAsync(open, receiver.Agency, told, cancellationToken);
        await LeaveOutUnreturnedAsync(db, found, receiver.Agency, since, upTo, cancellationToken);
        var ids = found.ConvertAll(delivery => delivery.Id);
        if (ids.Count > 0)
        {
            _ = await db.Set<TSending>().Where(delivery => ids.Contains(delivery.Id) && delivery.AcknowledgedAt == null)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(delivery => delivery.AcknowledgedAt, at).SetProperty(delivery => delivery.ExpiredAt, (DateTime?)null),
                    cancellationToken);
        }

        return found.ConvertAll(delivery => delivery.Record);
    }

    public Task<int> ExpireAsync(AgencyDb db, AgencyCode from, AgencyCode to, DateTime before, DateTime at, CancellationToken cancellationToken)
        => db.Set<TSending>()
            .Where(delivery => delivery.ToCode == to && delivery.FromCode == from && delivery.AcknowledgedAt == null && delivery.WithdrawnAt == null
                && delivery.ExpiredAt == null && (delivery.AnnouncedAt ?? delivery.SharedAt) < before)
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.ExpiredAt, at), cancellationToken);

    public async Task<IReadOnlyList<SentRecord>> NoteDeliveredAsync(
        AgencyDb db, AgencyCode to, IReadOnlyList<ToldRecord> told, DateTime at, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db.Set<TSending>().Where(delivery => delivery.DeliveredAt == null), to, told, cancellationToken);
        var ids = found.ConvertAll(delivery => delivery.Id);
        if (ids.Count > 0)
        {
            _ = await db.Set<TSending>().Where(delivery => ids.Contains(delivery.Id) && delivery.DeliveredAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.DeliveredAt, at), cancellationToken);
        }

        return found.ConvertAll(delivery => delivery.Record);
    }

    private async Task<List<Found>> FindAsync(
        IQueryable<TSending> among, AgencyCode to, IReadOnlyList<ToldRecord> told, CancellationToken cancellationToken)
    {
        var versions = told.GroupBy(record => record.Id).ToDictionary(group => group.Key, group => group.Max(record => record.Version));
        var wanted = versions.Keys.Select(TId.From).ToList();
        var rows = await among.AsNoTracking()
            .Where(delivery => wanted.Contains(EF.Property<TId>(delivery, key)) && delivery.ToCode == to)
            .OrderBy(delivery => delivery.Id)
            .Select(delivery => new
            {
                delivery.Id,
                Record = EF.Property<TId>(delivery, key),
                delivery.Version,
                delivery.FromCode,
                delivery.SharedAt,
                HasReturned = delivery.ReturnedAt != null,
                delivery.DeliveredAt,
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Where(row => row.Version <= versions[row.Record.Value]).Select(row => new Found(
            row.Id, row.Record.Value, new SentRecord(row.FromCode, row.SharedAt), row.HasReturned, row.DeliveredAt))];
    }

    /// <summary>What was hidden when the receiver came so far, and is visible now, was not sent yet: the update that says so is still to come.</summary>
    private async Task LeaveOutUnreturnedAsync(
        AgencyDb db, List<Found> found, AgencyCode to, DateTime since, long upTo, CancellationToken cancellationToken)
    {
        var returned = found.Where(delivery => delivery.MayCome(since)).Select(delivery => delivery.RecordId).ToList();
        if (returned.Count == 0)
            return;

        var kind = Kind;
        var coming = await db.Set<FeedEntry>().AsNoTracking()
            .Where(entry => entry.Council == to && entry.Position > upTo && entry.Kind == UpdateKind.RecordVisible
                && entry.RecordKind == kind && returned.Contains(entry.RecordId))
            .Select(entry => entry.RecordId).ToListAsync(cancellationToken);
        _ = found.RemoveAll(delivery => delivery.MayCome(since) && coming.Contains(delivery.RecordId));
    }

    /// <param name="HasReturned">Whether it was hidden from a receiver for some time.</param>
    private sealed record Found(Guid Id, Guid RecordId, SentRecord Record, bool HasReturned, DateTime? DeliveredAt)
    {
        /// <summary>Whether it may be that the receiver, which is one since then, is still to be told of it.</summary>
        public bool MayCome(DateTime since) => HasReturned && !(DeliveredAt >= since);
    }
}
