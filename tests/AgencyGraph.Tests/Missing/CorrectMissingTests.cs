using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Missing;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Writes;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Missing;

public sealed class CorrectMissingTests
{
    private const string OtherNumber = "9990000026";

    [SkippableTheory, EveryDatabase]
    public async Task A_correction_moves_the_episode_to_another_child_and_another_council_and_takes_all_with_it(DatabaseKind kind)
    {
        await using var bench = await WriteBench.StartAsync(kind);
        Assert.Equal(
            [OutcomeKind.Recorded, OutcomeKind.Recorded, OutcomeKind.Recorded],
            (await ReportAsync(bench, Input(1, 1), Input(2, 20), Input(3, 30, OtherNumber))).Select(outcome => outcome.Kind));
        await using var db = bench.Db();
        var before = await db.Set<MissingEpisode>().AsNoTracking().OrderBy(episode => episode.StartedAt).ToListAsync();
        Assert.Equal([(2, 1)], await RepeatsAsync(db));

        var corrected = Input(2, 20, OtherNumber) with { Revision = 2, CorrectionReason = "It was her cousin.", Council = "BOL" };
        Assert.Equal(OutcomeKind.Corrected, (await ReportAsync(bench, corrected)).Single().Kind);

        var after = await db.Set<MissingEpisode>().AsNoTracking().Include(episode => episode.Record).OrderBy(episode => episode.StartedAt).ToListAsync();
        Assert.Equal((before[2].ChildId, 2, 2), (after[1].ChildId, after[1].Version, after[1].Revision));
        Assert.Equal((after[1].ChildId, "BOL"), (after[1].Record!.ChildId, after[1].Record!.CouncilCode.Value));
        Assert.Equal(3, await db.Set<ChildRecord>().CountAsync());
        Assert.Equal([(3, 2)], await RepeatsAsync(db));
        Assert.Equal(
            ["BUR withdrawn", "BOL"],
            (await db.Set<EpisodeDelivery>().AsNoTracking().Where(delivery => delivery.EpisodeId == after[1].Id).OrderBy(delivery => delivery.SharedAt).ThenBy(delivery => delivery.Version)
                .ToListAsync()).Where(delivery => delivery.Occasion == SendingOccasion.Missing).Select(delivery => delivery.ToCode.Value + (delivery.WithdrawnAt is null ? "" : " withdrawn")));
        Assert.Equal([UpdateKind.RecordVisible, UpdateKind.RecordWithdrawn, UpdateKind.RecordWithdrawn, UpdateKind.MissingCorrected], (await bench.ToldAsync()).Select(told => told.Kind).Skip(6).Order());
        var bolton = (await bench.TiesAsync(RelationshipKind.HubArea)).Where(tie => tie.Holder == "BOL" && tie.To is null);
        Assert.Equal(before[2].ChildId, Assert.Single(bolton).ChildId);
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_backlog_takes_revisions_in_any_order_and_refuses_each_by_itself(DatabaseKind kind)
    {
        await using var bench = await WriteBench.StartAsync(kind);
        var second = Input(1, 1) with { Revision = 2, CorrectionReason = "Misheard.", Risk = "LOW" };

        var outcomes = await ReportAsync(bench, second, Input(1, 1), Input(2, 1) with { StartedAt = At(1, 5) }, Input(3, 9), Input(3, 9) with { Risk = "LOW" });

        Assert.Equal(
            [OutcomeKind.Corrected, OutcomeKind.Recorded, OutcomeKind.Refused, OutcomeKind.Recorded, OutcomeKind.Refused], outcomes.Select(outcome => outcome.Kind));
        await using var db = bench.Db();
        Assert.Equal([("GMP/2026/1", MissingRisk.Low, 2), ("GMP/2026/3", MissingRisk.High, 1)],
            (await db.Set<MissingEpisode>().OrderBy(episode => episode.StartedAt).ToListAsync()).Select(episode => (episode.Reference.Value, episode.Risk, episode.Revision)));
        Assert.Equal(OutcomeKind.Replayed, (await bench.RunAsync(WriteBench.Force(), [Keyed(second)])).Single().Kind);
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_child_who_was_not_found_after_all_is_missing_again_and_nothing_waits_of_the_return(DatabaseKind kind)
    {
        await using var bench = await WriteBench.StartAsync(kind);
        _ = await ReportAsync(bench, Input(1, 1));

        var outcome = (await ReportAsync(bench, Input(1, 1) with { Revision = 2, CorrectionReason = "Another child.", Found = null })).Single();

        Assert.Equal(OutcomeKind.Corrected, outcome.Kind);
        await using var db = bench.Db();
        Assert.Null((await db.Set<MissingEpisode>().SingleAsync()).FoundAt);
        Assert.Equal([(SendingOccasion.Missing, false), (SendingOccasion.Found, true)],
            (await db.Set<EpisodeDelivery>().ToListAsync()).Select(delivery => (delivery.Occasion, delivery.WithdrawnAt is not null)).Order());
    }

    private static Task<IReadOnlyList<Outcome>> ReportAsync(WriteBench bench, params ReportMissingInput[] episodes)
        => bench.RunAsync(WriteBench.Force(), [.. episodes.Select(Keyed)]);

    private static Keyed<MissingToReport> Keyed(ReportMissingInput episode)
        => new(episode.IdempotencyKey, new MissingToReport(episode, IngestMode.Backfill));

    /// <summary>The numbers of the references: which repeats which.</summary>
    private static async Task<IReadOnlyList<(int, int)>> RepeatsAsync(AgencyGraph.Storage.AgencyDb db)
        => [.. (await db.Set<RepeatedEpisode>().AsNoTracking().Include(repeat => repeat.Episode).Include(repeat => repeat.Earlier).ToListAsync())
            .Select(repeat => (NumberOf(repeat.Episode), NumberOf(repeat.Earlier)))];

    private static int NumberOf(MissingEpisode? episode) => episode?.Reference.Value[^1] - '0' ?? 0;

    private static string At(int day, int hour) => $"2026-01-{day:00}T{hour:00}:00:00Z";

    /// <summary>Missing on a day of January from four, reported at six, found at eight.</summary>
    private static ReportMissingInput Input(int number, int day, string nhsNumber = MissingSample.Number) => new()
    {
        IdempotencyKey = Guid.NewGuid(),
        Reference = $"GMP/2026/{number}",
        Child = new MissingChildInput { GivenName = "Ada", Surname = "Test", BornOn = "2012-05-05", NhsNumber = nhsNumber },
        Council = "BUR",
        Type = "MISSING",
        Risk = "HIGH",
        StartedAt = At(day, 4),
        ReportedAt = At(day, 6),
        RecordedAt = At(day, 6),
        Found = new FoundInput { FoundAt = At(day, 8), RecordedAt = At(day, 8), How = "RETURNED" },
    };
}
