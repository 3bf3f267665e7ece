using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Missing;

/// <summary>
/// A force reports a child missing, and the council is told at once; or sends a later revision of one of its own episodes. A backlog is a list of them,
/// in which a correction may stand before its original.
/// </summary>
public sealed class ReportMissing(AgencyDirectory agencies, OwnEpisodes episodes, EpisodeFilings filings) : IUseCase<MissingToReport>
{
    public string Operation => "reportMissing";

    public int OrderOf(MissingToReport input) => input.Episode.Revision;

    public bool CanWait(MissingToReport input) => input.Mode != IngestMode.Live;

    /// <summary>How it comes in is no part of it: what was sent live and not answered may be sent again in a backlog.</summary>
    public object BodyOf(MissingToReport input) => input.Episode;

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<MissingToReport> inputs, CancellationToken cancellationToken)
    {
        var force = agencies.Find(session.Deed.Caller.Agency) is { Kind: AgencyKind.PoliceForce } agency ? agency
            : throw new InvalidOperationException("Only a police force may be permitted to report missing children.");
        var outcomes = new Outcome[inputs.Count];
        var accepted = new List<Accepted>();
        for (var i = 0; i < inputs.Count; i++)
        {
            var faults = new Faults();
            if (Read(i, inputs[i], force, session.Deed.At, faults) is { } read)
                accepted.Add(read);
            else
                outcomes[i] = Outcome.Refused(faults.Refusals);
        }

        await filings.FileAsync(session, filing => FileAsync(session, filing, accepted, outcomes, cancellationToken), cancellationToken);
        return outcomes;
    }

    /// <summary>Of an episode that comes again in the batch, the next revision rests on what the former left.</summary>
    private async Task FileAsync(
        WriteSession session, EpisodeFiling filing, List<Accepted> accepted, Outcome[] outcomes, CancellationToken cancellationToken)
    {
        for (var remaining = accepted; remaining.Count > 0;)
        {
            var next = remaining.DistinctBy(item => item.Reference).ToList();
            var known = await episodes.FindAsync(session, [.. next.Select(item => item.Reference)], cancellationToken);
            var planned = next.Select(item => Plan(item, known.GetValueOrDefault(item.Reference), outcomes)).OfType<Filing>().ToList();
            await filing.FileAsync(planned, outcomes, cancellationToken);
            remaining = next.Count == remaining.Count ? [] : [.. remaining.Except(next)];
            if (remaining.Count > 0)
                await session.SaveAsync(cancellationToken);
        }
    }

    private Accepted? Read(int position, MissingToReport input, Agency force, DateTime now, Faults faults)
    {
        var reference = ForceReferenceRules.Read(input.Episode.Reference, force, FieldPath.Input["reference"], faults);
        var reason = MissingRules.ReadRevision(input.Episode, faults);
        var content = MissingRules.Read(input.Episode, now, agencies, faults);
        return faults.Any || reference is null || content is null ? null
            : new Accepted(position, input.Episode.Revision, input.Mode, reference.Value, reason, content);
    }

    /// <returns>Null where it is refused: the outcome says why.</returns>
    private static Filing? Plan(Accepted item, MissingEpisode? episode, Outcome[] outcomes)
    {
        if (RefusalOf(item, episode) is { } refusal)
        {
            outcomes[item.Position] = refusal;
            return null;
        }

        return new Filing(item.Position, episode, item.Reference, item.Content, item.Mode, item.Reason);
    }

    private static Outcome? RefusalOf(Accepted item, MissingEpisode? episode) => (item.Revision, episode) switch
    {
        (1, null) => null,
        (1, _) => Outcome.Refused(RefusalCode.AlreadyExists,
            $"Episode {item.Reference} is reported already; the first stands. Send a correction, or nothing.", "reference"),
        (_, null) => Outcome.Refused(RefusalCode.NotFound,
            $"There is no episode {item.Reference} to correct; send revision 1 first.", "reference"),
        _ when episode.Revision == item.Revision => Outcome.Refused(RefusalCode.AlreadyExists,
            $"Revision {item.Revision} of episode {item.Reference} is reported already; the first stands.", "revision"),
        _ when episode.Revision != item.Revision - 1 => Outcome.VersionConflict(
            $"Episode {item.Reference} stands at revision {episode.Revision}; the next is {episode.Revision + 1}.", episode.Version, "revision"),
        _ => OwnEpisodes.RefusalOf(episode, item.Content),
    };

    private sealed record Accepted(int Position, int Revision, IngestMode Mode, ForceReference Reference, string? Reason, ReportedEpisode Content);
}
