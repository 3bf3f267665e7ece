using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Xunit.Abstractions;
using static AgencyGraph.Tests.Receipts.Acknowledging;

namespace AgencyGraph.Tests.Receipts;

public sealed class LinksTests(ITestOutputHelper output)
{
    private const string Query = "{ links(first: 50) { nodes { from { code } to { code } lastSentAt lastAcknowledgedAt waiting oldestWaitingAt hasReceiver } } }";

    private static readonly string[] Councils = ["BOL", "BUR", "WGN"];

    [SkippableTheory, EveryDatabase]
    public async Task After_any_sequence_of_deeds_the_figures_are_those_of_plain_lists(DatabaseKind kind)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        await using var exchange = await RunningExchange.StartAsync(kind);
        await using var world = await LinkWorld.StartAsync(exchange, Councils, new Random(seed));
        for (var step = 0; step < 60; step++)
        {
            await world.StepAsync(step);
            if (step % 10 == 9)
                Assert.Equal(world.Expected(), ReadBy(await exchange.As(Role.Administrator, "OLD").DataAsync(Query)));
        }
    }

    [SkippableTheory, EveryDatabase]
    public async Task Either_side_sees_its_links_and_an_inspector_sees_all_but_no_count(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var (merseyside, officer) = (exchange.As(Role.PoliceOfficer, "merseyside"), exchange.As(Role.PoliceOfficer, Sample.Force));
        _ = await force.RecordAsync(1, "BUR");
        _ = await force.RecordAsync(2, "BOL");
        _ = await force.RecordAsync(3, "WGN", isShared: false);

        Assert.Equal(["BOL", "BUR"], await CouncilsSeenAsync(force));
        Assert.Equal(["BOL", "BUR"], await CouncilsSeenAsync(officer));
        Assert.Empty(await CouncilsSeenAsync(merseyside));
        Assert.Equal(["BUR"], await CouncilsSeenAsync(exchange.As(Role.CouncilSystem, "BUR")));
        Assert.Equal(["BOL"], await CouncilsSeenAsync(exchange.As(Role.HubPractitioner, "BOL")));
        Assert.Equal(["BOL", "BUR"], await CouncilsSeenAsync(exchange.As(Role.Administrator, "OLD")));
        var inspected = (await exchange.As(Role.Inspector, "OLD").DataAsync(Query))["links"]?["nodes"]?.AsArray() ?? [];
        Assert.Equal(2, inspected.Count);
        Assert.All(inspected, link => Assert.True(link?["waiting"] is null && link?["oldestWaitingAt"] is not null));
        var refused = await exchange.As(Role.SocialWorker, "BUR").AskAsync(Query);
        Assert.Equal("FORBIDDEN", refused["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>());
    }

    [SkippableTheory, EveryDatabase]
    public async Task The_lag_is_from_sending_to_acknowledgement(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var system = exchange.As(Role.CouncilSystem, "BUR");
        await using var stream = await system.SubscribeAsync(Follow);
        _ = await force.RecordAsync(1, "BUR");
        var cursor = await stream.NextCursorAsync();
        await system.BecomeReceiverAsync(cursor);
        _ = await system.AcknowledgeAsync(cursor);

        var link = (await system.DataAsync("{ links(first: 1) { nodes { lagSeconds waiting hasReceiver } } }"))["links"]?["nodes"]?[0];

        Assert.Equal((0, true), (link?["waiting"]?.GetValue<int>(), link?["hasReceiver"]?.GetValue<bool>()));
        Assert.InRange(link?["lagSeconds"]?.GetValue<int>() ?? -1, 0, 600);
    }

    private static async Task<List<string>> CouncilsSeenAsync(ExchangeCaller caller)
        => [.. Nodes(await caller.DataAsync(Query)).Select(link => Text(link["to"]?["code"]))];

    private static string ReadBy(JsonNode answer) => string.Join('\n', Nodes(answer).Select(link => LinkWorld.Line(
        Text(link["to"]?["code"]), link["lastSentAt"]?.GetValue<string>(), link["lastAcknowledgedAt"]?.GetValue<string>(),
        link["waiting"]?.GetValue<int>() ?? -1, link["oldestWaitingAt"]?.GetValue<string>())));

    private static IEnumerable<JsonNode> Nodes(JsonNode answer) => (answer["links"]?["nodes"]?.AsArray() ?? []).OfType<JsonNode>();
}
