using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using static AgencyGraph.Tests.Missing.MissingSample;

namespace AgencyGraph.Tests.Missing;

/// <summary>What an episode must not betray: where a child is kept safe, and what others know of the child.</summary>
public sealed class MissingLeakTests
{
    private const string Places = """
        { missingEpisodes { nodes { places { missingFrom { lines } foundAt { lines } } safePlaces { foundAt { lines } } withheld { field reason } } } }
        """;

    private const string Counts = "{ missingEpisodes { totalCount nodes { reference repeatOf { id } earlierEpisodes { totalCount } } } missingNow { totalCount } }";

    private static readonly string[] Refuge = ["Refuge"];

    [SkippableTheory, EveryDatabase]
    public async Task From_where_a_child_went_missing_is_told_until_anybody_keeps_the_child_safe(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, officer) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.PoliceOfficer, Sample.Force));
        var (council, hub, worker) = (exchange.As(Role.CouncilSystem, "BUR"), exchange.As(Role.HubPractitioner, "BUR"), exchange.As(Role.SocialWorker, "BUR", "nadia"));
        var child = await ChildAsync(council);
        var report = Report(1);
        report["missingFrom"] = new { lines = new[] { "Mill School" } };
        _ = IdOf(await force.ReportMissingAsync(report));
        const string Open = """{"missingEpisodes":{"nodes":[{"places":{"missingFrom":{"lines":["Mill School"]},"foundAt":null},"safePlaces":null,"withheld":[]}]}}""";
        foreach (var caller in new[] { force, officer, council, hub, worker })
            Assert.Equal(Open, (await caller.DataAsync(Places)).ToJsonString());

        _ = await council.RunAsync("setSafeAddress", "SetSafeAddressInput", new { idempotencyKey = Guid.NewGuid(), child, expectedVersion = 1, address = new { lines = Refuge } }, "outcome");

        const string Hidden = """{"missingEpisodes":{"nodes":[{"places":null,"safePlaces":null,"withheld":[{"field":"places","reason":"MISSING_PLACE"}]}]}}""";
        Assert.Equal(Open, (await force.DataAsync(Places)).ToJsonString());
        Assert.Equal(Open, (await worker.DataAsync(Places)).ToJsonString());
        Assert.Equal(Hidden, (await council.DataAsync(Places)).ToJsonString());
        Assert.Equal(Hidden, (await hub.DataAsync(Places)).ToJsonString());
        Assert.Equal(Hidden.Replace("""{"field":"places","reason":"MISSING_PLACE"}""", "", StringComparison.Ordinal), (await officer.DataAsync(Places)).ToJsonString());

        _ = await force.ReportFoundAsync(1, 1, Found(place: new { lines = Refuge, isSafe = true }));
        Assert.Contains("Refuge", await force.AskTextAsync(Places), StringComparison.Ordinal);
        Assert.Contains("Refuge", await worker.AskTextAsync(Places), StringComparison.Ordinal);
        foreach (var caller in new[] { officer, council, hub })
            Assert.DoesNotContain("Refuge", await caller.AskTextAsync(Places), StringComparison.Ordinal);
    }

    [SkippableTheory, EveryDatabase]
    public async Task Neither_a_repeat_nor_a_count_tells_of_an_episode_that_the_caller_does_not_see(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (manchester, merseyside) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.PoliceSystem, "merseyside"));
        var (bury, wirral) = (exchange.As(Role.HubPractitioner, "BUR"), exchange.As(Role.HubPractitioner, "WRL"));
        _ = IdOf(await manchester.ReportMissingAsync(Report(2, startedAt: "2026-02-10T20:00:00Z")));
        var before = (await bury.DataAsync(Counts)).ToJsonString();

        var elsewhere = Report(1, "WRL");
        elsewhere["reference"] = "MER/2026/1";
        _ = IdOf(await merseyside.ReportMissingAsync(elsewhere));

        Assert.Equal(before, (await bury.DataAsync(Counts)).ToJsonString());
        Assert.Contains("\"repeatOf\":null,\"earlierEpisodes\":{\"totalCount\":0}", before, StringComparison.Ordinal);
        Assert.Equal(1, (await wirral.DataAsync(Counts))["missingNow"]!["totalCount"]!.GetValue<int>());

        // To whoever sees both, the later one repeats the earlier, whoever reported them.
        _ = await exchange.As(Role.CouncilSystem, "BUR").RunAsync("recordChild", "RecordChildInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = "BUR-1",
            givenName = "Ada",
            surname = "Test",
            bornOn = "2012-05-05",
            nhsNumber = Number,
        }, "errors { code }");
        Assert.Contains("\"earlierEpisodes\":{\"totalCount\":1}", (await bury.DataAsync(Counts)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_child_said_and_how_it_began_are_read_and_never_pushed()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var council = exchange.As(Role.CouncilSystem, "BUR");
        foreach (var text in new[] { "circumstances", "returnInterview { riskPoints }", "returnInterview { content }" })
        {
            await using var stream = await council.SubscribeAsync($"subscription {{ updates {{ ... on ReturnInterviewRecorded {{ episode {{ {text} }} }} }} }}");
            Assert.Contains("is free text and is not pushed", (await stream.NextAsync()).ToJsonString(), StringComparison.Ordinal);
        }
    }

    private static async Task<string> ChildAsync(ExchangeCaller council)
    {
        var child = (await council.RunAsync("recordChild", "RecordChildInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = "BUR-1",
            givenName = "Ada",
            surname = "Test",
            bornOn = "2012-05-05",
            nhsNumber = Number,
        }, "child { id } errors { message }"))["child"]!["id"]!.GetValue<string>(); // Recorded.
        _ = await council.RunAsync("allocateWorker", "AllocateWorkerInput", new { idempotencyKey = Guid.NewGuid(), child, worker = "nadia" }, "outcome");
        return child;
    }
}
