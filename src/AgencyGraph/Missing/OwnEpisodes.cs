using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Missing;

/// <summary>
/// The episodes on which the caller's force may write: its own, among those that it may see. Another force's is not found, exactly as
/// one that does not exist.
/// </summary>
public sealed class OwnEpisodes(IVisibleRecords records)
{
    private static readonly RowProbe<MissingEpisode> Any = new(nameof(MissingEpisode.ForceCode), nameof(MissingEpisode.Reference));

    /// <summary>Those that the references name, tracked, with the force's record of the child.</summary>
    public async Task<Dictionary<ForceReference, MissingEpisode>> FindAsync(
        WriteSession session, IReadOnlyCollection<ForceReference> references, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(references);
        var force = session.Deed.Caller.Agency;
        if (references.Count == 0)
            return [];
        if (references.Count == 1 && !await Any.FindsAsync(session.Storage, session.Db, cancellationToken, force, references.Single()))
            return [];

        return await records.Of<MissingEpisode>(session.Db, session.Deed.Caller).AsTracking().Include(episode => episode.Record)
            .Where(episode => episode.ForceCode == force && references.Contains(episode.Reference))
            .ToDictionaryAsync(episode => episode.Reference, cancellationToken);
    }

    /// <summary>For each step its episode, tracked, with the force's record of the child; null where it is not found.</summary>
    internal async Task<IReadOnlyList<MissingEpisode?>> FindAsync<TStep>(
        WriteSession session, IReadOnlyList<Located<TStep, MissingEpisodeId>> steps, CancellationToken cancellationToken)
        where TStep : IEpisodeStep
    {
        var force = session.Deed.Caller.Agency;
        var ids = steps.Select(step => step.Id).OfType<MissingEpisodeId>().Distinct().ToList();
        var references = steps.Select(step => ReferenceOf(step)).OfType<ForceReference>().Distinct().ToList();
        var found = await records.Of<MissingEpisode>(session.Db, session.Deed.Caller).AsTracking().Include(episode => episode.Record)
            .Where(episode => episode.ForceCode == force && (ids.Contains(episode.Id) || references.Contains(episode.Reference)))
            .ToListAsync(cancellationToken);
        return [.. steps.Select(step => found.Find(episode
            => episode.Id == step.Id || (step.Id is null && episode.Reference == ReferenceOf(step))))];
    }

    /// <returns>The refusal of a step, before its own content is looked at; null when there is none.</returns>
    internal static Outcome? RefusalOf<TStep>(Located<TStep, MissingEpisodeId> step, MissingEpisode? episode)
        where TStep : IEpisodeStep
    {
        var by = step.Input.By;
        if ((step.Id is null) == (by.Reference is null))
            return Outcome.Refused(RefusalCode.InvalidInput, "Name the episode by exactly one of id and reference.", "by");
        if (episode is null)
            return Outcome.Refused(RefusalCode.NotFound, "There is no such episode among the force's own.", "by");
        return episode.Version == step.Input.ExpectedVersion ? null
            : Outcome.VersionConflict("The episode has changed since it was read.", episode.Version, "expectedVersion");
    }

    /// <summary>A correction leaves what the council did after the child's return on its feet.</summary>
    /// <returns>Null when there is nothing against it.</returns>
    internal static Outcome? RefusalOf(MissingEpisode episode, ReportedEpisode correction)
        => episode.InterviewOfferedAt is not { } offered ? null
            : correction.Found is not { } found
                ? Outcome.Refused(RefusalCode.WrongStage, "The council has offered a return interview: the child cannot be missing again in this episode.", "found")
            : found.FoundAt > offered
                ? Outcome.Refused(RefusalCode.InvalidInput, "lies after the council offered a return interview; check the time.", "found", "foundAt")
            : null;

    private static ForceReference? ReferenceOf<TStep>(Located<TStep, MissingEpisodeId> step)
        where TStep : IEpisodeStep
        => step.Id is null && ForceReference.TryParse(step.Input.By.Reference, out var reference) ? reference : null;
}
