using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Missing;

/// <summary>Episodes, each answered for by the force that reported it, with what it says of the child.</summary>
internal sealed class KeptEpisodes : IKeptRecords
{
    public RecordKind Kind => RecordKind.MissingEpisode;

    public async Task<IReadOnlyList<KeptRecord>> ReadAsync(AgencyDb db, KeptPage page, CancellationToken cancellationToken)
    {
        var (controller, before) = (page.Controller, page.Before);
        var records = db.Set<MissingEpisode>().AsNoTracking().Where(episode => episode.ForceCode == controller && episode.RecordedAt <= before);
        if (page.After is { } last)
        {
            var (at, id) = (last.RecordedAt, new MissingEpisodeId(last.Id));
            records = records.Where(episode => episode.RecordedAt >= at && (episode.RecordedAt > at || episode.Id > id));
        }

        return await Kept(records.OrderBy(episode => episode.RecordedAt).ThenBy(episode => episode.Id).Take(page.Most)).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<KeptRecord>> FindAsync(AgencyDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Select(id => new MissingEpisodeId(id)).ToList();
        return await Kept(db.Set<MissingEpisode>().AsNoTracking().Where(episode => wanted.Contains(episode.Id))).ToListAsync(cancellationToken);
    }

    public Task LockAsync(AgencyDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => db.LockAsync<MissingEpisode>(ids, cancellationToken);

    public async Task<IReadOnlyList<LastWritten>> LastWrittenAsync(
        AgencyDb db, AgencyCode agency, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
    {
        var written = await db.Set<MissingEpisode>().AsNoTracking()
            .Where(episode => children.Contains(episode.ChildId) && (episode.ForceCode == agency || episode.CouncilCode == agency))
            .Select(episode => new { episode.ChildId, episode.ForceCode, episode.RecordedAt, episode.ReceivedAt, episode.FoundReceivedAt, episode.InterviewRecordedAt })
            .ToListAsync(cancellationToken);
        return [.. written.GroupBy(one => one.ChildId).Select(group => new LastWritten(group.Key, group.Max(one => LastOf(
            one.ForceCode == agency ? one.RecordedAt : one.ReceivedAt, one.FoundReceivedAt, one.InterviewRecordedAt))))];
    }

    public async Task<IReadOnlyCollection<ChildId>> SpokenOfAsync(
        AgencyDb db, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
        => await db.Set<MissingEpisode>().Where(episode => children.Contains(episode.ChildId))
            .Select(episode => episode.ChildId).Distinct().ToListAsync(cancellationToken);

    public async Task<Erased> EraseAsync(WriteSession session, Guid id, CancellationToken cancellationToken)
    {
        var (db, episodeId) = (session.Db, new MissingEpisodeId(id));
        var episode = await db.Set<MissingEpisode>().AsNoTracking().Where(episode => episode.Id == episodeId)
            .Select(episode => new { episode.ForceCode, episode.CouncilCode, episode.ChildId, episode.RecordId }).SingleAsync(cancellationToken);
        _ = await db.Set<RepeatedEpisode>().Where(repeat => repeat.EpisodeId == episodeId || repeat.EarlierId == episodeId).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<EpisodeDelivery>().Where(delivery => delivery.EpisodeId == episodeId).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<MissingEpisode>().Where(episode => episode.Id == episodeId).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<ChildRecord>().Where(record => record.Id == episode.RecordId).ExecuteDeleteAsync(cancellationToken);
        return new Erased(
            [new ErasedRecord(Kind, id), new ErasedRecord(RecordKind.ChildRecord, episode.RecordId.Value)],
            [
                new LostTie(RelationshipKind.HubArea, episode.CouncilCode, episode.ChildId),
                new LostTie(RelationshipKind.OriginatingForce, episode.ForceCode, episode.ChildId),
            ]);
    }

    private static DateTime LastOf(DateTime written, params ReadOnlySpan<DateTime?> later)
    {
        foreach (var at in later)
            written = at > written ? at.Value : written;
        return written;
    }

    private static IQueryable<KeptRecord> Kept(IQueryable<MissingEpisode> episodes)
        => episodes.Select(episode => new KeptRecord(
            RecordKind.MissingEpisode, episode.Id.Value, episode.ForceCode, new[] { episode.ChildId }, new[] { episode.RecordId }, episode.RecordedAt));
}
