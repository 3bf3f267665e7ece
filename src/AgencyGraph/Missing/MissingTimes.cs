using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Missing;

/// <summary>When some children were missing, as saved and as a batch makes it: whoever reads this holds the children.</summary>
internal sealed class MissingTimes
{
    private readonly Dictionary<MissingEpisodeId, MissingTime> times;

    private MissingTimes(Dictionary<MissingEpisodeId, MissingTime> times) => this.times = times;

    public static async Task<MissingTimes> ReadAsync(WriteSession session, IEnumerable<ChildId> children, CancellationToken cancellationToken)
    {
        var db = session.Db;
        var known = children.Except(db.NewRows.Of<Child>().Select(child => child.Id)).ToList();
        return new MissingTimes(known.Count == 0 ? [] : await db.Set<MissingEpisode>().AsNoTracking().Where(episode => known.Contains(episode.ChildId))
            .Select(episode => new MissingTime(episode.Id, episode.ForceCode, episode.Reference, episode.ChildId, episode.StartedAt, episode.FoundAt))
            .ToDictionaryAsync(time => time.Id, cancellationToken));
    }

    /// <summary>Another episode of the same child, by the same force, at the same time; null where there is none.</summary>
    public MissingTime? OverlapOf(MissingTime time)
        => times.Values.Where(other => other.Id != time.Id && other.Child == time.Child && other.Force == time.Force && other.Overlaps(time))
            .MinBy(other => other.Start);

    /// <summary>The pairs of this episode and another of the same child, whoever's, in which one repeats the other.</summary>
    public IEnumerable<RepeatedEpisode> RepeatsOf(MissingEpisodeId episode)
        => from other in times.Values
           let time = times[episode]
           where other.Id != time.Id && other.Child == time.Child
           let isEarlier = (other.Start, other.Id).CompareTo((time.Start, time.Id)) < 0
           let apart = isEarlier ? time.Start - other.Start : other.Start - time.Start
           where apart <= TimeSpan.FromDays(RepeatedEpisode.WithinDays)
           select new RepeatedEpisode { EpisodeId = isEarlier ? time.Id : other.Id, EarlierId = isEarlier ? other.Id : time.Id };

    public void Set(MissingTime time) => times[time.Id] = time;
}

/// <summary>When a child was missing.</summary>
/// <param name="End">Null while the child is missing.</param>
internal sealed record MissingTime(MissingEpisodeId Id, AgencyCode Force, ForceReference Reference, ChildId Child, DateTime Start, DateTime? End)
{
    public bool Overlaps(MissingTime other) => Start < (other.End ?? DateTime.MaxValue) && other.Start < (End ?? DateTime.MaxValue);
}
