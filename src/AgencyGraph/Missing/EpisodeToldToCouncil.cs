using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Missing;

/// <summary>A council's hub knows of a child of whose being missing it was told, by whichever force.</summary>
internal sealed class EpisodeToldToCouncil : IReasonForTie
{
    public RelationshipKind Kind => RelationshipKind.HubArea;

    public async Task<IReadOnlyCollection<ChildId>> AmongAsync(
        AgencyDb db, AgencyCode agency, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
        => await db.Set<MissingEpisode>().Where(episode => children.Contains(episode.ChildId) && episode.CouncilCode == agency)
            .Select(episode => episode.ChildId).Distinct().ToListAsync(cancellationToken);
}
