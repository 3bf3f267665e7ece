using AgencyGraph.Children;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Missing;

/// <summary>The children who were missing.</summary>
internal sealed class ChildrenOfEpisodes : IChildrenOfRecords
{
    public IReadOnlyCollection<RecordKind> Kinds { get; } = [RecordKind.MissingEpisode];

    public async Task<IReadOnlyList<(Guid Record, ChildId Child)>> OfAsync(
        AgencyDb db, IReadOnlyCollection<Guid> records, CancellationToken cancellationToken)
    {
        var ids = records.Select(MissingEpisodeId.From).ToList();
        var found = await db.Set<MissingEpisode>().AsNoTracking().Where(episode => ids.Contains(episode.Id))
            .Select(episode => new { episode.Id, episode.ChildId }).ToListAsync(cancellationToken);
        return [.. found.Select(episode => (episode.Id.Value, episode.ChildId))];
    }
}
