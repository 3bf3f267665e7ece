using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Missing;

/// <summary>A force reports that a child whom it reported missing was found, and the council is told at once.</summary>
public sealed class ReportFound(OwnEpisodes episodes, SightChanges sights) : IUseCase<Located<ReportFoundInput, MissingEpisodeId>>
{
    public string Operation => "reportFound";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<Located<ReportFoundInput, MissingEpisodeId>> inputs, CancellationToken cancellationToken)
    {
        var found = await episodes.FindAsync(session, inputs, cancellationToken);
        // One in another form may hold the child meanwhile: an episode is ended while nobody begins the next.
        var children = found.OfType<MissingEpisode>().Select(episode => episode.ChildId).ToList();
        _ = await LiveTies.ReadAsync(session.Db, children, cancellationToken);
        var times = await MissingTimes.ReadAsync(session, children, cancellationToken);
        var watch = sights.Watch(session);
        watch.MoveTo(children);
        IReadOnlyList<Outcome> outcomes = [.. inputs.Zip(found, (input, episode) => Find(session, input, episode, times))];
        await watch.TellAsync(null, cancellationToken);
        return outcomes;
    }

    private static Outcome Find(WriteSession session, Located<ReportFoundInput, MissingEpisodeId> input, MissingEpisode? episode, MissingTimes times)
    {
        var faults = new Faults();
        var content = MissingRules.ReadReturn(input.Input.Found, episode?.StartedAt, session.Deed.At, FieldPath.Input["found"], faults);
        if (OwnEpisodes.RefusalOf(input, episode) is { } refusal)
            return refusal;
        if (content is null)
            return Outcome.Refused(faults.Refusals);
        if (episode!.FoundAt is not null) // RefusalOf refuses where there is none.
            return Outcome.Refused(RefusalCode.WrongStage, "The child is found already; send a correction where it was otherwise.", "by");
        var time = new MissingTime(episode.Id, episode.ForceCode, episode.Reference, episode.ChildId, episode.StartedAt, content.FoundAt);
        if (times.OverlapOf(time) is { } other)
            return Outcome.Refused(RefusalCode.AlreadyExists, $"The child was missing at that time by episode {other.Reference}; correct that one.", "found", "foundAt");

        episode.Find(content, session.Deed.At);
        episode.Version++;
        if (content.SafePlace is not null)
            episode.Record!.KeepsSafe = true; // Read with the episode.
        EpisodeNews.TellFound(session, episode);
        return Outcome.Changed(episode.Id.Value);
    }
}
