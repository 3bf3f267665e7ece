using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Incidents;

/// <summary>
/// What waits for the receiver that an agency has now. What the feed tells of no longer is announced to it anew, and to nobody else: the others
/// have been told, or find it by query.
/// </summary>
internal sealed class WaitingIncidents(IVisibleRecords records, IOptions<FeedOptions> options)
{
    /// <summary>In one transaction: whoever acknowledges these is announced the next.</summary>
    private const int MostAtOnce = 500;

    public async Task FollowReceiverAsync(WriteSession session, Caller receiver, CancellationToken cancellationToken)
    {
        var (db, at) = (session.Db, session.Deed.At);
        var seen = records.Of<Incident>(db, receiver);
        var open = DeliveriesInSight.StandingOf(db).Where(delivery => delivery.ToCode == receiver.Agency && delivery.AcknowledgedAt == null);
        _ = await DeliveriesInSight.WithdrawAsync(
            open.Where(delivery => !seen.Any(incident => incident.Id == delivery.IncidentId)), at, cancellationToken);

        var returning = open.Where(delivery => delivery.WithdrawnAt != null
            && delivery.Incident!.Sharing == Sharing.Shared && delivery.Incident.CouncilCode == receiver.Agency
            && seen.Any(incident => incident.Id == delivery.IncidentId));
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
        var db = session.Db;
        var seen = records.Of<Incident>(db, receiver);
        var expired = await db.Set<Delivery>().AsNoTracking()
            .Where(delivery => delivery.ToCode == receiver.Agency && delivery.ExpiredAt != null
                && delivery.AcknowledgedAt == null && delivery.WithdrawnAt == null && seen.Any(incident => incident.Id == delivery.IncidentId))
            .OrderBy(delivery => delivery.SharedAt).ThenBy(delivery => delivery.Id)
            .Take(MostAtOnce)
            .Select(delivery => new { delivery.Id, delivery.IncidentId })
            .ToListAsync(cancellationToken);
        if (expired.Count == 0)
            return;

        var (ids, at) = (expired.ConvertAll(delivery => delivery.Id), session.Deed.At);
        _ = await db.Set<Delivery>().Where(delivery => ids.Contains(delivery.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(delivery => delivery.AnnouncedAt, at).SetProperty(delivery => delivery.ExpiredAt, (DateTime?)null), cancellationToken);
        await AnnounceAsync(session, receiver, expired.ConvertAll(delivery => delivery.IncidentId), cancellationToken);
    }

    private static async Task AnnounceAsync(
        WriteSession session, Caller receiver, List<IncidentId> incidents, CancellationToken cancellationToken)
    {
        var found = await session.Db.Set<Incident>().AsNoTracking().Where(incident => incidents.Contains(incident.Id))
            .Select(incident => new
            {
                incident.Id,
                incident.Version,
                incident.ForceCode,
                Children = incident.Children.Select(involvement => involvement.ChildId).ToList(),
            })
            .ToDictionaryAsync(incident => incident.Id, cancellationToken);
        foreach (var incident in incidents.Distinct().Select(id => found[id]))
        {
            var facts = new RecordFacts(incident.ForceCode, receiver.Agency, true, incident.Children);
            session.Announce(new FeedDraft(
                UpdateKind.RecordVisible, RecordKind.Incident, incident.Id.Value, incident.Version, facts.Originator, facts.Council, facts.IsShared,
                facts.Children, session.Deed.At)
            { Change = SightChange.ForOne(incident.Id.Value, facts, receiver) });
        }
    }
}
