using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Missing;

/// <summary>
/// A step of a council on an episode that it sees: of the council that was told, or the one that is responsible for the child now.
/// </summary>
public abstract class CouncilStep<TInput>(IVisibleRecords records) : IUseCase<Located<TInput, MissingEpisodeId>>
    where TInput : ICouncilStep
{
    public abstract string Operation { get; }

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<Located<TInput, MissingEpisodeId>> inputs, CancellationToken cancellationToken)
    {
        var ids = inputs.Select(input => input.Id.GetValueOrDefault()).Distinct().ToList();
        var found = await records.Of<MissingEpisode>(session.Db, session.Deed.Caller).AsTracking().Include(episode => episode.Child)
            .Where(episode => ids.Contains(episode.Id)).ToDictionaryAsync(episode => episode.Id, cancellationToken);
        return [.. inputs.Select(input => Step(session, input.Input, found.GetValueOrDefault(input.Id.GetValueOrDefault())))];
    }

    /// <summary>Reads the input and gives what it does to the episode, or why it cannot; null when the input itself is at fault.</summary>
    protected abstract Func<MissingEpisode, Outcome?>? Read(WriteSession session, TInput input, Faults faults);

    /// <summary>Tells of the step, which is taken.</summary>
    protected abstract void Tell(WriteSession session, MissingEpisode episode);

    private Outcome Step(WriteSession session, TInput input, MissingEpisode? episode)
    {
        var faults = new Faults();
        var change = Read(session, input, faults);
        if (change is null)
            return Outcome.Refused(faults.Refusals);
        if (episode is null)
            return Outcome.Refused(RefusalCode.NotFound, "There is no such episode.", "episode");
        var council = session.Deed.Caller.Agency;
        if (episode.CouncilCode != council && episode.Child!.ResponsibleCouncilCode != council) // Read with the episode.
            return Outcome.Refused(RefusalCode.NotResponsible, "This is for the council that was told, or the one responsible for the child.", "episode");
        if (input.ExpectedVersion != episode.Version)
            return Outcome.VersionConflict("The episode has changed since it was read.", episode.Version, "expectedVersion");
        if (change(episode) is { } refusal)
            return refusal;

        episode.Version++;
        Tell(session, episode);
        return Outcome.Changed(episode.Id.Value);
    }
}
