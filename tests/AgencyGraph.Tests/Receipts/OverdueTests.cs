using System.Text.Json.Nodes;
using AgencyGraph.Feed;
using AgencyGraph.Receipts;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Transport.StandIn;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static AgencyGraph.Tests.Receipts.Acknowledging;

namespace AgencyGraph.Tests.Receipts;

public sealed class OverdueTests
{
    private const string FollowOverdue
        = "subscription { updates(kinds: [ACKNOWLEDGEMENT_OVERDUE]) { ... on AcknowledgementOverdue { link { from { code } to { code } waiting } } } }";

    /// <summary>Everything is overdue at once, and the tests say when somebody looks.</summary>
    private static readonly string[] AtOnce = ["--Receipts:AcknowledgeWithin=00:00:00.001", "--Receipts:LookEvery=10.00:00:00"];

    [SkippableTheory, EveryDatabase]
    public async Task Both_sides_are_told_and_nobody_else(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(
            kind, settings: ["--Receipts:AcknowledgeWithin=00:00:00.001", "--Receipts:LookEvery=00:00:00.050"]);
        var force = exchange.As(Role.PoliceOfficer, Sample.Force);
        await using var ofForce = await force.SubscribeAsync(FollowOverdue);
        await using var ofBury = await exchange.As(Role.HubPractitioner, "BUR").SubscribeAsync(FollowOverdue);
        await using var ofWirral = await exchange.As(Role.HubPractitioner, "WRL").SubscribeAsync(FollowOverdue);

        _ = await exchange.As(Role.PoliceSystem, Sample.Force).RecordAsync(1, "BUR");

        var told = """{"from":{"code":"greater-manchester"},"to":{"code":"BUR"},"waiting":1}""";
        Assert.Equal((told, told), (LinkOf(await ofForce.NextAsync()), LinkOf(await ofBury.NextAsync())));
        // What Wirral is told first is its own, so Bury's passed it by.
        _ = await exchange.As(Role.PoliceSystem, Sample.Force).RecordAsync(2, "WRL");
        var wirrals = told.Replace("BUR", "WRL", StringComparison.Ordinal);
        Assert.Equal((wirrals, wirrals), (LinkOf(await ofForce.NextAsync()), LinkOf(await ofWirral.NextAsync())));
    }

    [SkippableFact]
    public async Task Two_nodes_that_look_at_once_again_and_again_tell_it_once_a_spell()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Postgres, settings: AtOnce);
        await using var second = await exchange.StartAnotherNodeAsync(settings: AtOnce);
        await TellOnceASpellAsync(exchange, [WatchOf(exchange), WatchOf(second)]);
    }

    [SkippableTheory, EveryDatabase]
    public async Task It_is_told_once_a_spell_and_a_server_that_starts_later_does_not_tell_it_again(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        await TellOnceASpellAsync(exchange, [WatchOf(exchange)]);

        await using var started = await exchange.StartAnotherNodeAsync(settings: AtOnce);
        await WatchOf(started).LookAsync(CancellationToken.None);

        Assert.Equal(2, await CountAsync(exchange));
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_is_withheld_before_it_arrived_waits_for_nobody(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var recorded = await force.RecordAsync(1, "BUR");
        var watch = WatchOf(exchange);
        await Eventually.IsAsync(() => LookedAsync(exchange, [watch], 1), "it is overdue");

        var by = new { idempotencyKey = Guid.NewGuid(), by = new { id = Text(recorded["incident"]?["id"]) }, expectedVersion = 1, reason = "Harm" };
        Assert.Equal("CHANGED", Text((await force.RunAsync("withholdIncident", "WithholdIncidentInput", by, "outcome"))["outcome"]));
        await watch.LookAsync(CancellationToken.None);

        var link = (await force.DataAsync("{ links(first: 5) { nodes { waiting oldestWaitingAt overdueSince } } }"))["links"]?["nodes"]?[0];
        Assert.Equal("""{"waiting":0,"oldestWaitingAt":null,"overdueSince":null}""", link?.ToJsonString());
    }

    private static async Task TellOnceASpellAsync(RunningExchange exchange, OverdueWatch[] watches)
    {
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var system = exchange.As(Role.CouncilSystem, "BUR");
        await using var stream = await system.SubscribeAsync("subscription { updates { cursor } }");
        _ = await force.RecordAsync(1, "BUR");
        await Eventually.IsAsync(() => LookedAsync(exchange, watches, 1), "it is told");
        Assert.Equal(1, await CountAsync(exchange));
        Assert.True(await LookedAsync(exchange, watches, 1));

        _ = await stream.NextAsync();
        await system.BecomeReceiverAsync(await stream.NextCursorAsync());
        _ = await force.RecordAsync(2, "BUR");
        _ = await system.AcknowledgeAsync(await stream.NextCursorAsync());
        Assert.True(await LookedAsync(exchange, watches, 1));
        _ = await force.RecordAsync(3, "BUR");
        await Eventually.IsAsync(() => LookedAsync(exchange, watches, 2), "the next spell is told");
        Assert.Equal(2, await CountAsync(exchange));
    }

    /// <summary>Everybody looks ten times at once.</summary>
    private static async Task<bool> LookedAsync(RunningExchange exchange, OverdueWatch[] watches, int expected)
    {
        await Task.WhenAll(watches.SelectMany(watch => Enumerable.Range(0, 10).Select(_ => watch.LookAsync(CancellationToken.None))));
        return await CountAsync(exchange) == expected;
    }

    private static async Task<int> CountAsync(RunningExchange exchange)
    {
        await using var db = exchange.Database.Open();
        return await db.Set<FeedEntry>().CountAsync(entry => entry.Kind == UpdateKind.AcknowledgementOverdue);
    }

    private static OverdueWatch WatchOf(RunningExchange exchange) => exchange.Services.GetServices<IHostedService>().OfType<OverdueWatch>().Single();

    private static string? LinkOf(JsonNode update) => update["data"]?["updates"]?["link"]?.ToJsonString();
}
