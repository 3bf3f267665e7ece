using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Missing;

/// <summary>A force corrects one of its own episodes, whole. When it was received, and how it came in, stay as they were.</summary>
public sealed class CorrectMissing(AgencyDirectory agencies, OwnEpisodes episodes, EpisodeFilings filings)
    : IUseCase<Located<CorrectMissingInput, MissingEpisodeId>>
{
    public string Operation => "correctMissing";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<Located<CorrectMissingInput, MissingEpisodeId>> inputs, CancellationToken cancellationToken)
    {
        var found = await episodes.FindAsync(session, inputs, cancellationToken);
        var outcomes = new Outcome[inputs.Count];
        await filings.FileAsync(session, async filing =>
        {
            // One after the other: the second of two on one episode meets the version that the first made.
            for (var i = 0; i < inputs.Count; i++)
            {
                if (Plan(i, inputs[i], found[i], session.Deed.At, outcomes) is { } planned)
                    await filing.FileAsync([planned], outcomes, cancellationToken);
            }
        }, cancellationToken);
        return outcomes;
    }

    private Filing? Plan(
        int position, Located<CorrectMissingInput, MissingEpisodeId> input, MissingEpisode? episode, DateTime now, Outcome[] outcomes)
    {
        var faults = new Faults();
        var reason = MissingRules.ReadReason(input.Input.Reason, FieldPath.Input["reason"], faults);
        var content = MissingRules.Read(input.Input, now, agencies, faults);
        if (content is null)
            outcomes[position] = Outcome.Refused(faults.Refusals);
        else if ((OwnEpisodes.RefusalOf(input, episode) ?? OwnEpisodes.RefusalOf(episode!, content)) is { } refusal) // The first refuses where there is none.
            outcomes[position] = refusal;
        else
            return new Filing(position, episode, episode!.Reference, content, episode.IngestMode, reason);
        return null;
    }
}
