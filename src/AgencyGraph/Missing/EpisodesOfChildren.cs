using AgencyGraph.Children;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Missing;

/// <summary>Episodes, by the children who were missing.</summary>
internal sealed class EpisodesOfChildren(SentEpisodes sent) : IRecordsOfChildren
{
    public async Task<IReadOnlyList<RecordOfChildren>> AboutAsync(
        AgencyDb db, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
    {
        var episodes = await db.Set<MissingEpisode>().AsNoTracking().Where(episode => children.Contains(episode.ChildId))
            .Select(episode => new { episode.Id, episode.Version, episode.ForceCode, episode.CouncilCode, episode.ChildId, episode.ReceivedAt })
            .ToListAsync(cancellationToken);
        return [.. episodes.Select(episode => new RecordOfChildren(
            RecordKind.MissingEpisode, episode.Id.Value, episode.Version,
            new RecordFacts(episode.ForceCode, episode.CouncilCode, true, [episode.ChildId]) { NoticeAt = episode.ReceivedAt }))];
    }

    public Task FollowRestrictionsAsync(AgencyDb db, IReadOnlyList<RecordInSight> records, DateTime at, CancellationToken cancellationToken)
        => sent.FollowRestrictionsAsync(db, records, at, cancellationToken);
}
