using AgencyGraph.Contract.Writes;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Missing;

/// <summary>Keeps which episodes repeat which, as episodes come in and are corrected.</summary>
internal static class Repeats
{
    /// <param name="written">Episodes that are new, or may have been at another time, or of another child.</param>
    /// <param name="corrected">Those among them that are not new.</param>
    public static async Task WriteAsync(
        WriteSession session, MissingTimes times, IReadOnlyCollection<MissingEpisodeId> written, IReadOnlyCollection<MissingEpisodeId> corrected,
        CancellationToken cancellationToken)
    {
        var standing = corrected.Count == 0 ? [] : await session.Db.Set<RepeatedEpisode>().AsTracking()
            .Where(repeat => corrected.Contains(repeat.EpisodeId) || corrected.Contains(repeat.EarlierId)).ToListAsync(cancellationToken);
        var wanted = written.SelectMany(times.RepeatsOf).DistinctBy(KeyOf).ToList();
        session.Db.RemoveRange(standing.ExceptBy(wanted.Select(KeyOf), KeyOf));
        foreach (var repeat in wanted.ExceptBy(standing.Select(KeyOf), KeyOf))
            session.Add(repeat);
    }

    private static (MissingEpisodeId, MissingEpisodeId) KeyOf(RepeatedEpisode repeat) => (repeat.EpisodeId, repeat.EarlierId);
}
