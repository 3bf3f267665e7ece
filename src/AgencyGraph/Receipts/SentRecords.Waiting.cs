using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Receipts;

/// <summary>
/// What waits for the receiver that an agency has now. What the feed tells of no longer is announced to it anew, and to nobody else: the others
/// have been told, or find it by query.
/// </summary>
public abstract partial class SentRecords<TRecord, TId, TSending>
{
    /// <summary>In one transaction: whoever acknowledges these is announced the next.</summary>
    private const int MostAtOnce = 500;

    public async Task FollowReceiverAsync(WriteSession session, Caller receiver, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(receiver);
        var (db, at) = (session.Db, session.Deed.At);
        var seen = records.Of<TRecord>(db, receiver);
        var open = StandingOf(db).Where(delivery => delivery.ToCode == receiver.Agency && delivery.AcknowledgedAt == null);
        _ = await WithdrawAsync(
            open.Where(delivery => !seen.Any(record => EF.Property<TId>(record, Id).Equals(EF.Property<TId>(delivery, key)))), at, cancellationToken);

        var returning = SharedWith(receiver.Agency, open.Where(delivery => delivery.WithdrawnAt != null))
            .Where(delivery => seen.Any(record => EF.Property<TId>(record, Id).Equals(EF.Property<TId>(delivery, key))));
        // While they waited for nobody, nothing kept what the feed told of them.
        var keptSince = at - TimeSpan.FromDays(options.Value.RetentionDays);
        _ = await returning.Where(delivery => (delivery.AnnouncedAt ?? delivery.SharedAt) < keptSince)
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.ExpiredAt, at), cancellationToken);
        _ = await returning.ExecuteUpdateAsync(
            set => set.SetProperty(delivery => delivery.WithdrawnAt, (DateTime?)null).SetProperty(delivery => delivery.ReturnedAt, at), cancellationToken);
        await AnnounceExpiredAsync(session, receiver, cancellationToken);
    }

    public async Task AnnounceExpiredAsync(WriteSession session, Caller receiver, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(receiver);
        var db = session.Db;
        var seen = records.Of<TRecord>(db, receiver);
        var expired = await db.Set<TSending>().AsNoTracking()
            .Where(delivery => delivery.ToCode == receiver.Agency && delivery.ExpiredAt != null && delivery.AcknowledgedAt == null && delivery.WithdrawnAt == null
                && seen.Any(record => EF.Property<TId>(record, Id).Equals(EF.Property<TId>(delivery, key))))
            .OrderBy(delivery => delivery.SharedAt).ThenBy(delivery => delivery.Id)
            .Take(MostAtOnce)
            .Select(delivery => new { delivery.Id, Record = EF.Property<TId>(delivery, key) })
            .ToListAsync(cancellationToken);
        if (expired.Count == 0)
            return;

        var (ids, at) = (expired.ConvertAll(delivery => delivery.Id), session.Deed.At);
        _ = await db.Set<TSending>().Where(delivery => ids.Contains(delivery.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(delivery => delivery.AnnouncedAt, at).SetProperty(delivery => delivery.ExpiredAt, (DateTime?)null), cancellationToken);
        await AnnounceAsync(session, receiver, expired.ConvertAll(delivery => delivery.Record), cancellationToken);
    }

    private async Task AnnounceAsync(WriteSession session, Caller receiver, List<TId> ids, CancellationToken cancellationToken)
    {
        var found = (await VersionsAsync(session.Db, ids, cancellationToken)).ToDictionary(record => record.Id);
        foreach (var record in ids.Distinct().Select(id => found[id.Value]))
        {
            var facts = new RecordFacts(record.Originator, receiver.Agency, true, record.Children);
            session.Announce(new FeedDraft(
                UpdateKind.RecordVisible, Kind, record.Id, record.Version, facts.Originator, facts.Council, facts.IsShared, facts.Children, session.Deed.At)
            { Change = SightChange.ForOne(record.Id, facts, receiver) });
        }
    }
}
