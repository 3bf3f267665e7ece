using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Transport.StandIn;
using AgencyGraph.Visibility;
using static AgencyGraph.Tests.Receipts.Acknowledging;

namespace AgencyGraph.Tests.Receipts;

/// <summary>An acknowledgement covers what the receiver was sent on its way to the cursor, and nothing from before its reading began.</summary>
public sealed class SentOnTheWayTests
{
    private const string Watch = "subscription($after: Cursor) { updates(after: $after) { __typename cursor ... on IncidentRecorded { incident { id } } } }";

    [SkippableTheory, EveryDatabase]
    public async Task A_position_taken_from_a_query_acknowledges_nothing_that_was_not_sent(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, system) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.CouncilSystem, "BUR"));
        _ = await BeginAsync(force, system);
        var listed = await force.RecordAsync(2, "BUR");
        var position = Text((await system.DataAsync("{ incidents { totalCount } feedPosition }"))["feedPosition"]);

        Assert.Equal(position, Text((await system.AcknowledgeAsync(position))["acknowledgement"]?["cursor"]));
        Assert.Null((await force.DeliveryAsync(listed)).AcknowledgedAt);

        await using var stream = await system.SubscribeAsync(Watch, new { after = position });
        var sent = await force.RecordAsync(3, "BUR");
        _ = await system.AcknowledgeAsync(await stream.NextCursorAsync());
        Assert.NotNull((await force.DeliveryAsync(sent)).AcknowledgedAt);
        Assert.Null((await force.DeliveryAsync(listed)).AcknowledgedAt);
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_stream_that_begins_anew_says_nothing_of_what_it_missed_and_one_that_is_resumed_does(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, system) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.CouncilSystem, "BUR"));
        var left = await BeginAsync(force, system);
        var missed = await force.RecordAsync(2, "BUR");
        await using var anew = await system.SubscribeAsync(Watch);
        var sent = await force.RecordAsync(3, "BUR");
        var furthest = await anew.NextCursorAsync();

        _ = await system.AcknowledgeAsync(furthest);
        Assert.Null((await force.DeliveryAsync(missed)).AcknowledgedAt);
        Assert.NotNull((await force.DeliveryAsync(sent)).AcknowledgedAt);

        await using var resumed = await system.SubscribeAsync(Watch, new { after = left });
        var answer = await system.AcknowledgeAsync(await resumed.NextCursorAsync());
        Assert.Equal(furthest, Text(answer["acknowledgement"]?["cursor"]));
        Assert.NotNull((await force.DeliveryAsync(missed)).AcknowledgedAt);
        Assert.Equal(0, await WaitingAsync(force));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_receiver_that_is_new_takes_up_all_that_waits_for_its_agency(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, system) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.CouncilSystem, "BUR"));
        for (var number = 1; number <= 3; number++)
            _ = await force.RecordAsync(number, "BUR");
        _ = await force.RecordAsync(4, "WRL");

        await using (var stream = await system.SubscribeAsync(Watch, new { after = await UnacknowledgedAsync(system) }))
        {
            _ = await stream.NextAsync();
            await system.BecomeReceiverAsync(await stream.NextCursorAsync());
            Assert.Equal(3, await WaitingAsync(force));
            _ = await system.AcknowledgeAsync(await stream.NextCursorAsync());
        }

        Assert.Equal(0, await WaitingAsync(force));
        await using var next = await system.SubscribeAsync(Watch, new { after = await UnacknowledgedAsync(system) });
        var recorded = await force.RecordAsync(5, "BUR");
        Assert.Equal(Text(recorded["incident"]?["id"]), (await next.NextAsync())["data"]?["updates"]?["incident"]?["id"]?.GetValue<string>());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_receiver_that_takes_over_is_judged_by_what_it_was_sent_itself(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var (former, next) = (exchange.As(Role.CouncilSystem, "BUR"), exchange.As(Role.CouncilSystem, "BUR", "next"));
        await using var ofFormer = await former.SubscribeAsync(Watch);
        await using var ofNext = await next.SubscribeAsync(Watch);
        _ = await force.RecordAsync(1, "BUR");
        await former.BecomeReceiverAsync(await ofFormer.NextCursorAsync());
        _ = await next.AcknowledgeAsync(await ofNext.NextCursorAsync());
        var named = await force.RecordAsync(2, "BUR");
        _ = await ofNext.NextAsync();
        await Eventually.IsAsync(async () => (await force.DeliveryAsync(named)).DeliveredAt is not null, "it was delivered to the receiver");
        await RestrictAsync(force, named, next.Subject);
        var open = await force.RecordAsync(3, "BUR");
        var reached = "";
        while (await ofFormer.NextAsync() is var update && update["data"]?["updates"]?["incident"]?["id"]?.GetValue<string>() != Text(open["incident"]?["id"]))
            reached = CursorOf(update);

        Assert.NotEqual("", reached);
        Assert.Equal("RECORDED", Text((await former.DesignateAsync(next.Subject))["outcome"]));
        _ = await next.AcknowledgeAsync(await ofNext.NextCursorAsync());
        Assert.NotNull((await force.DeliveryAsync(named)).AcknowledgedAt);
    }

    /// <summary>A system becomes its council's receiver, and has acknowledged what there is.</summary>
    private static async Task<string> BeginAsync(ExchangeCaller force, ExchangeCaller system)
    {
        await using var stream = await system.SubscribeAsync(Watch);
        _ = await force.RecordAsync(1, "BUR");
        var cursor = await stream.NextCursorAsync();
        await system.BecomeReceiverAsync(cursor);
        _ = await system.AcknowledgeAsync(cursor);
        return cursor;
    }

    private static async Task<string> UnacknowledgedAsync(ExchangeCaller system)
        => Text((await system.DataAsync("{ feedPosition(unacknowledged: true) }"))["feedPosition"]);

    private static async Task RestrictAsync(ExchangeCaller force, JsonNode recorded, string subject)
    {
        var input = new { idempotencyKey = Guid.NewGuid(), record = Text(recorded["incident"]?["id"]), named = new[] { new { agency = "BUR", subject } }, reason = "Harm" };
        Assert.Equal("RECORDED", Text((await force.RunAsync("restrictRecord", "RestrictRecordInput", input, "outcome"))["outcome"]));
    }

    private static async Task<int> WaitingAsync(ExchangeCaller force)
    {
        var links = (await force.DataAsync("{ links(first: 5) { nodes { to { code } waiting } } }"))["links"]!["nodes"]!.AsArray();
        return links.Single(link => link!["to"]!["code"]!.GetValue<string>() == "BUR")!["waiting"]!.GetValue<int>();
    }
}
