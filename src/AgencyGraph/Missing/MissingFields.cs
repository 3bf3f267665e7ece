using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Missing;

/// <summary>The root fields about missing children.</summary>
internal static class MissingFields
{
    public static void Declare(GraphModel graph)
    {
        graph.Root(new LookupField("missingEpisode", Permission.ReadMissing, "One missing episode.", typeof(MissingEpisodeGraph), ListFilter.Of<MissingEpisodeBy>(Conditions)));
        graph.Root(new ConnectionField("missingEpisodes", Permission.ReadMissing, "The missing episodes that you may see.", typeof(MissingEpisodeGraph), MissingEpisodeGraph.Listing));
        graph.Root(new ConnectionField("missingNow", Permission.ReadMissing, "The children who are missing now, of whom you may know: whoever is missing longest first.", typeof(MissingEpisodeGraph), MissingEpisodeGraph.Now));
        graph.Root(MutationField.Of<ReportMissingInput, MissingToReport>(
            "reportMissing", Permission.ReportMissing, "Reports a child missing to your force; the council is told at once.", typeof(MissingEpisodeGraph), "episode",
            input => new(input.IdempotencyKey, new(input, IngestMode.Live))));
        graph.Root(BatchMutationField.Of<ReportMissingBacklogInput, MissingToReport>(
            "reportMissingBacklog", Permission.ReportMissing, "Reports a backlog of missing episodes of your force.", typeof(MissingEpisodeGraph), "episode", Commands));
        graph.Root(MutationField.Of<CorrectMissingInput, Located<CorrectMissingInput, MissingEpisodeId>>(
            "correctMissing", Permission.ReportMissing, "Corrects a missing episode of your force: the whole of it anew.", typeof(MissingEpisodeGraph), "episode",
            input => new(input.IdempotencyKey, new(input, input.By.Id))));
        graph.Root(MutationField.Of<ReportFoundInput, Located<ReportFoundInput, MissingEpisodeId>>(
            "reportFound", Permission.ReportMissing, "Reports that a child whom your force reported missing was found; the council is told at once.", typeof(MissingEpisodeGraph), "episode",
            input => new(input.IdempotencyKey, new(input, input.By.Id))));
        graph.Root(MutationField.Of<StatePlanStatusInput, Located<StatePlanStatusInput, MissingEpisodeId>>(
            "statePlanStatus", Permission.StatePlanStatus, "States whether a missing child was looked after or on a child protection plan at the time.", typeof(MissingEpisodeGraph), "episode",
            input => new(input.IdempotencyKey, new(input, EpisodeIn(input.Episode)))));
        graph.Root(MutationField.Of<RecordReturnInterviewInput, Located<RecordReturnInterviewInput, MissingEpisodeId>>(
            "recordReturnInterview", Permission.RecordReturnInterview, "Records the return interview of a child who was missing, as far as it has come.", typeof(MissingEpisodeGraph), "episode",
            input => new(input.IdempotencyKey, new(input, EpisodeIn(input.Episode)))));
    }

    private static MissingEpisodeId EpisodeIn(string id) => new(NodeId.DecodeOrEmpty(MissingEpisodeGraph.Tag, id));

    private static Keyed<MissingToReport>[] Commands(ReportMissingBacklogInput batch)
        => batch.IngestMode is not (IngestMode.Replay or IngestMode.Backfill)
            ? throw new ReadRefusedException(ErrorCode.InvalidInput,
                "A batch comes in as REPLAY or BACKFILL: what is sent as it is reported is sent by itself, with reportMissing.")
            : batch.Items.Count is >= 1 and <= ReportMissingBacklogInput.MaxItems
                ? [.. batch.Items.Select(item => new Keyed<MissingToReport>(item.IdempotencyKey, new(item, batch.IngestMode)))]
                : throw new ReadRefusedException(ErrorCode.InvalidInput, $"A batch takes 1 to {ReportMissingBacklogInput.MaxItems} items.");

    private static IEnumerable<FilterCondition> Conditions(MissingEpisodeBy by)
    {
        if (by.Id is { } id)
            yield return FilterCondition.Of<MissingEpisode>(Detail.Open, episode => episode.Id == id);
        if (by.Reference is { } text)
        {
            var reference = ForceReference.FromStore(text);
            yield return FilterCondition.Of<MissingEpisode>(Detail.MissingNotice, episode => episode.Reference == reference);
        }
    }
}
