using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Missing;

/// <summary>A force knows of a child whom it reported missing.</summary>
internal sealed class EpisodeOfForce : IReasonForTie
{
    public RelationshipKind Kind => RelationshipKind.OriginatingForce;

    public async Task<IReadOnlyCollection<ChildId>> AmongAsync(
        AgencyDb db, AgencyCode agency, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
        => await db.Set<MissingEpisode>().Where(episode => children.Contains(episode.ChildId) && episode.ForceCode == agency)
            .Select(episode => episode.ChildId).Distinct().ToListAsync(cancellationToken);
}
