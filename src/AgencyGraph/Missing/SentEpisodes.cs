using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Receipts;
using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Missing;

/// <summary>Deliveries of episodes: one that the child is missing, and one that the child was found; again to another council.</summary>
internal sealed class SentEpisodes(IVisibleRecords records, IOptions<FeedOptions> options)
    : SentRecords<MissingEpisode, MissingEpisodeId, EpisodeDelivery>(records, options, nameof(EpisodeDelivery.EpisodeId))
{
    protected override IQueryable<EpisodeDelivery> StandingOf(AgencyDb db)
        => db.Set<EpisodeDelivery>().Where(delivery => (delivery.Occasion != SendingOccasion.Found || delivery.Episode!.FoundAt != null)
            && !db.Set<EpisodeDelivery>().Any(later => later.EpisodeId == delivery.EpisodeId && later.Occasion == delivery.Occasion
                && later.Version > delivery.Version));

    protected override IQueryable<EpisodeDelivery> SharedWith(AgencyCode council, IQueryable<EpisodeDelivery> deliveries)
        => deliveries.Where(delivery => delivery.Episode!.CouncilCode == council);

    protected override async Task<IReadOnlyList<SentVersion>> VersionsAsync(
        AgencyDb db, IReadOnlyCollection<MissingEpisodeId> ids, CancellationToken cancellationToken)
    {
        var found = await db.Set<MissingEpisode>().AsNoTracking().Where(episode => ids.Contains(episode.Id))
            .Select(episode => new { episode.Id, episode.Version, episode.ForceCode, episode.ChildId }).ToListAsync(cancellationToken);
        return [.. found.Select(episode => new SentVersion(episode.Id.Value, episode.Version, episode.ForceCode, [episode.ChildId]))];
    }
}
