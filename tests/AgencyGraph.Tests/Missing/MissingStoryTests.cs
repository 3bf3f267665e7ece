using System.Text.Json.Nodes;
using AgencyGraph.Tests.Receipts;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Transport.StandIn;
using AgencyGraph.Visibility;
using Snapshooter.Xunit;
using static AgencyGraph.Tests.Missing.MissingSample;
using static AgencyGraph.Tests.Receipts.Acknowledging;

namespace AgencyGraph.Tests.Missing;

/// <summary>
/// The complaint that word of missing children came late, told through the public API: Ada goes missing, the council hears it on its socket, she is
/// found, offered an interview, accepts and is heard; and she goes missing again.
/// </summary>
public sealed class MissingStoryTests
{
    private const string Follow = """
        subscription {
          updates {
            __typename cursor
            ... on ChildRecorded { record { id } }
            ... on ChildMissing { episode { ...E } }
            ... on ChildFound { episode { ...E } }
            ... on PlanStatusStated { episode { ...E } }
            ... on ReturnInterviewRecorded { episode { ...E } }
          }
        }
        fragment E on MissingEpisode {
          reference type risk startedAt foundAt howFound
          status { lookedAfter onPlan statedBy { code } }
          returnInterview { offeredAt answer heldAt isIndependent recordedBy { code } }
          repeatOf { reference } earlierEpisodes { totalCount }
        }
        """;

    private const string Told = """
        query($id: ID!) {
          missingEpisode(by: { id: $id }) {
            reference receivedAt foundReceivedAt councilToldAt councilToldOfReturnAt
            deliveries { of to { code } sharedAt deliveredAt acknowledgedAt }
          }
        }
        """;

    private const string Interview = "query($id: ID!) { missingEpisode(by: { id: $id }) { returnInterview { answer heldAt riskPoints content } } }";

    private const string Now = "{ missingNow { totalCount nodes { reference startedAt child { identity { givenName } } } } }";

    private const string History = """
        query($id: ID!) { missingEpisode(by: { id: $id }) { child { missingEpisodes { totalCount nodes { reference foundAt repeatOf { reference } earlierEpisodes { totalCount nodes { reference } } } } } } }
        """;

    private readonly Tale tale = new();

    [SkippableTheory, EveryDatabase]
    public async Task Word_of_a_missing_child_reaches_the_council_and_everything_after_it_too(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, hub) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.HubPractitioner, "BUR"));
        var (council, worker) = (exchange.As(Role.CouncilSystem, "BUR"), exchange.As(Role.SocialWorker, "BUR", "nadia"));
        await using var stream = await council.SubscribeAsync(Follow);
        await RecordAndAllocateAsync(council);
        await council.BecomeReceiverAsync(CursorOf(await stream.NextAsync()));

        var episode = await GoesMissingAsync(force, hub, council, stream);
        await IsFoundAsync(force, hub, council, stream, episode);
        await IsHeardAsync(council, worker, stream, episode);
        await WhoReadsWhatAsync(exchange, hub, worker, force, episode);
        await GoesMissingAgainAsync(force, hub, stream);

        Snapshot.Match(tale.ToString(), "MissingStory");
    }

    private static async Task RecordAndAllocateAsync(ExchangeCaller council)
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
        Assert.Equal("CHANGED", Text((await council.RunAsync(
            "allocateWorker", "AllocateWorkerInput", new { idempotencyKey = Guid.NewGuid(), child, worker = "nadia" }, "outcome"))["outcome"]));
    }

    private async Task<string> GoesMissingAsync(ExchangeCaller force, ExchangeCaller hub, ExchangeCaller council, ExchangeStream stream)
    {
        var input = Report(1);
        (input["circumstances"], input["missingFrom"], input["onPlan"]) = ("Left by the back door.", new { lines = new[] { "The Mill School" } }, true);
        var episode = IdOf(await force.ReportMissingAsync(input));
        var cursor = await HearsAsync("The force reports Ada missing, and the council's system hears it", stream, "ChildMissing");
        await Eventually.IsAsync(async () => (await ReadAsync(hub, episode, Told))["missingEpisode"]!["councilToldAt"] is not null, "when the council was told");
        Assert.Equal("CHANGED", Text((await council.AcknowledgeAsync(cursor))["outcome"]));
        tale.Tell("The force sees that the council has it", await ReadAsync(force, episode, Told));
        tale.Tell("The hub sees who is missing", await hub.DataAsync(Now));
        Assert.Equal("CHANGED", Text((await council.StateAsync(episode, 1, lookedAfter: false, onPlan: false))["outcome"]));
        _ = await HearsAsync("The council says that she is on no plan, whatever the force has heard", stream, "PlanStatusStated");
        return episode;
    }

    private async Task IsFoundAsync(ExchangeCaller force, ExchangeCaller hub, ExchangeCaller council, ExchangeStream stream, string episode)
    {
        Assert.Equal("CHANGED", Text((await force.ReportFoundAsync(1, 2))["outcome"]));
        var cursor = await HearsAsync("The force reports her found", stream, "ChildFound");
        await Eventually.IsAsync(
            async () => (await ReadAsync(hub, episode, Told))["missingEpisode"]!["councilToldOfReturnAt"] is not null, "when the council was told of the return");
        Assert.Equal("CHANGED", Text((await council.AcknowledgeAsync(cursor))["outcome"]));
        tale.Tell("The force sees that the council has that too", await ReadAsync(force, episode, Told));
        tale.Tell("Nobody is missing now", await hub.DataAsync(Now));
    }

    private async Task IsHeardAsync(ExchangeCaller council, ExchangeCaller worker, ExchangeStream stream, string episode)
    {
        Assert.Equal("CHANGED", Text((await council.InterviewAsync(episode, 3, new { offeredAt = "2026-01-11T09:00:00Z" }))["outcome"]));
        _ = await HearsAsync("She is offered an interview", stream, "ReturnInterviewRecorded");
        Assert.Equal("CHANGED", Text((await worker.InterviewAsync(episode, 4, new { offeredAt = "2026-01-11T09:00:00Z", answer = "ACCEPTED" }))["outcome"]));
        _ = await HearsAsync("She accepts", stream, "ReturnInterviewRecorded");
        Assert.Equal("CHANGED", Text((await worker.InterviewAsync(episode, 5, new
        {
            offeredAt = "2026-01-11T09:00:00Z",
            answer = "ACCEPTED",
            heldAt = "2026-01-12T16:00:00Z",
            isIndependent = true,
            riskPoints = "A car waits at the school.",
            content = "I was frightened of him.",
        }))["outcome"]));
        _ = await HearsAsync("She is heard", stream, "ReturnInterviewRecorded");
    }

    private async Task WhoReadsWhatAsync(RunningExchange exchange, ExchangeCaller hub, ExchangeCaller worker, ExchangeCaller force, string episode)
    {
        tale.Tell("Her social worker reads what she said", await ReadAsync(worker, episode, Interview));
        tale.Tell("So does the hub", await ReadAsync(hub, episode, Interview));
        tale.Tell("An officer reads the risk, and not her words", await ReadAsync(exchange.As(Role.PoliceOfficer, Sample.Force), episode, Interview));
        tale.Tell("The force's system reads that it was held", await ReadAsync(force, episode, Interview));
        tale.Tell("Another council reads nothing", await ReadAsync(exchange.As(Role.HubPractitioner, "BOL"), episode, Interview));
    }

    private async Task GoesMissingAgainAsync(ExchangeCaller force, ExchangeCaller hub, ExchangeStream stream)
    {
        var again = IdOf(await force.ReportMissingAsync(Report(2, startedAt: "2026-02-20T18:00:00Z")));
        _ = await HearsAsync("Ada is missing again, and the council hears that it is a repeat", stream, "ChildMissing");
        tale.Tell("The hub sees how often she was missing", await ReadAsync(hub, again, History));
        tale.Tell("She alone is missing now", await hub.DataAsync(Now));
    }

    private async Task<string> HearsAsync(string what, ExchangeStream stream, string type)
    {
        var heard = (await stream.NextAsync())["data"]!["updates"]!.AsObject(); // An update always comes.
        var cursor = heard["cursor"]!.GetValue<string>();
        _ = heard.Remove("cursor");
        tale.Tell(what, heard);
        Assert.Equal(type, heard["__typename"]!.GetValue<string>());
        return cursor;
    }

    private static Task<JsonNode> ReadAsync(ExchangeCaller caller, string episode, string query) => caller.DataAsync(query, new { id = episode });
}
