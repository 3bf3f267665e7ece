using System.Text.Json.Nodes;
using AgencyGraph.Missing;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using static AgencyGraph.Tests.Missing.MissingSample;

namespace AgencyGraph.Tests.Missing;

/// <summary>Impossible orders of events are refused with a code, and nothing has changed by them.</summary>
public sealed class BadInputTests
{
    [SkippableTheory, EveryDatabase]
    public async Task What_cannot_have_happened_is_refused_and_changes_nothing(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, officer) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.PoliceOfficer, Sample.Force));
        var council = exchange.As(Role.CouncilSystem, "BUR");
        var episode = IdOf(await force.ReportMissingAsync(Report(1)));
        var before = await StateAsync(exchange);

        Refused("WRONG_STAGE episode", await council.InterviewAsync(episode, 1, new { offeredAt = "2026-01-11T09:00:00Z" }));
        Refused("INVALID_INPUT found/foundAt", await force.ReportFoundAsync(1, 1, Found("2026-01-10T19:59:59Z")));
        Refused("INVALID_INPUT found/foundAt, INVALID_INPUT found/recordedAt", await force.ReportFoundAsync(1, 1, Found("2999-01-01T00:00:00Z")));
        Refused("NOT_FOUND by", await force.ReportFoundAsync(2, 1));
        Refused("NOT_FOUND by", await exchange.As(Role.PoliceSystem, "merseyside").ReportFoundAsync(1, 1));
        Refused("VERSION_CONFLICT expectedVersion", await force.ReportFoundAsync(1, 2));
        Refused("ALREADY_EXISTS reference", await force.ReportMissingAsync(Report(1)));
        Refused("ALREADY_EXISTS startedAt", await force.ReportMissingAsync(Report(2, startedAt: "2026-01-12T20:00:00Z")));
        Assert.Equal(before, await StateAsync(exchange));

        Assert.Equal("CHANGED", (await officer.ReportFoundAsync(1, 1))["outcome"]!.GetValue<string>());
        before = await StateAsync(exchange);
        Refused("WRONG_STAGE by", await force.ReportFoundAsync(1, 2, Found("2026-01-11T07:00:00Z")));
        Refused("ALREADY_EXISTS startedAt", await force.ReportMissingAsync(Report(2, startedAt: "2026-01-10T22:00:00Z")));
        Refused("INVALID_INPUT offeredAt", await council.InterviewAsync(episode, 2, new { offeredAt = "2026-01-11T05:00:00Z" }));
        Refused("INVALID_INPUT heldAt", await council.InterviewAsync(
            episode, 2, new { offeredAt = "2026-01-11T09:00:00Z", answer = "DECLINED", heldAt = "2026-01-11T10:00:00Z", isIndependent = true }));
        Refused("INVALID_INPUT isIndependent", await council.InterviewAsync(
            episode, 2, new { offeredAt = "2026-01-11T09:00:00Z", answer = "ACCEPTED", heldAt = "2026-01-11T10:00:00Z" }));
        Refused("INVALID_INPUT content", await council.InterviewAsync(episode, 2, new { offeredAt = "2026-01-11T09:00:00Z", content = "x" }));
        Refused("NOT_FOUND episode", await exchange.As(Role.CouncilSystem, "BOL").InterviewAsync(episode, 2, new { offeredAt = "2026-01-11T09:00:00Z" }));
        Assert.Equal(before, await StateAsync(exchange));

        _ = IdOf(await council.InterviewAsync(episode, 2, new { offeredAt = "2026-01-11T09:00:00Z" }));
        before = await StateAsync(exchange);
        Refused("WRONG_STAGE found", await force.CorrectAsync(Report(1), 3));
        Refused("INVALID_INPUT found/foundAt", await force.CorrectAsync(new(Report(1)) { ["found"] = Found("2026-01-11T09:00:01Z") }, 3));
        Assert.Equal(before, await StateAsync(exchange));
    }

    [Fact]
    public async Task A_council_that_only_hears_of_a_child_by_responsibility_takes_the_steps_too_and_no_other()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var (force, bury, bolton) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.CouncilSystem, "BUR"), exchange.As(Role.CouncilSystem, "BOL"));
        _ = await bury.RunAsync("recordChild", "RecordChildInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = "BUR-1",
            givenName = "Ada",
            surname = "Test",
            bornOn = "2012-05-05",
            nhsNumber = Number,
        }, "errors { code }");
        var episode = IdOf(await force.ReportMissingAsync(Report(1, "BOL")));

        Refused("NOT_FOUND episode", await exchange.As(Role.CouncilSystem, "SLF").StateAsync(episode, 1, true, true));
        Assert.Equal("CHANGED", (await bolton.StateAsync(episode, 1, false, true))["outcome"]!.GetValue<string>());
        Assert.Equal("CHANGED", (await bury.StateAsync(episode, 2, true, true))["outcome"]!.GetValue<string>());
        Assert.Equal(
            """{"missingEpisode":{"status":{"lookedAfter":true,"onPlan":true,"statedBy":{"code":"BUR"}}}}""",
            (await force.DataAsync("query($id: ID!) { missingEpisode(by: { id: $id }) { status { lookedAfter onPlan statedBy { code } } } }", new { id = episode })).ToJsonString());
    }

    private static void Refused(string expected, JsonNode payload)
        => Assert.Equal(expected, string.Join(", ", payload["errors"]!.AsArray().Select(error => $"{error!["code"]} {string.Join('/', error["path"]!.AsArray())}")));

    /// <summary>All that stands in the tables that these writes can touch.</summary>
    private static async Task<string> StateAsync(RunningExchange exchange)
    {
        await using var db = exchange.Database.Open();
        var episodes = await db.Set<MissingEpisode>().OrderBy(episode => episode.Id).Select(episode => new { episode.Reference, episode.Version, episode.FoundAt, episode.InterviewOfferedAt }).ToListAsync();
        var deliveries = await db.Set<EpisodeDelivery>().CountAsync();
        var records = await db.Set<AgencyGraph.Children.ChildRecord>().CountAsync();
        var children = await db.Set<AgencyGraph.Children.Child>().CountAsync();
        var feed = await db.Set<AgencyGraph.Feed.FeedEntry>().CountAsync();
        return $"{string.Join(", ", episodes)}; {deliveries} {records} {children} {feed}";
    }
}
