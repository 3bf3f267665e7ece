using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Transport.StandIn;
using AgencyGraph.Visibility;
using static AgencyGraph.Tests.Receipts.Acknowledging;
using static AgencyGraph.Tests.Receipts.Hiding;

namespace AgencyGraph.Tests.Receipts;

/// <summary>An agency names another of its systems: what waits is what that one may see and has not confirmed.</summary>
public sealed class NewReceiverTests
{
    private const string Watch = "subscription($after: Cursor) { updates(after: $after) { __typename cursor ... on IncidentRecorded { incident { id } } } }";

    [SkippableTheory, EveryDatabase]
    public async Task What_waits_is_what_the_receiver_of_now_may_see(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var (first, second) = (exchange.As(Role.CouncilSystem, "BUR"), exchange.As(Role.CouncilSystem, "BUR", "second"));
        _ = await BeginAsync(force, first);
        await using var stream = await second.SubscribeAsync(Watch);
        var open = await force.RecordAsync(2, "BUR");
        _ = await second.AcknowledgeAsync(await stream.NextCursorAsync());
        var (forFirst, forSecond) = (await force.RecordAsync(3, "BUR"), await force.RecordAsync(4, "BUR"));
        await force.RestrictAsync(IdOf(forFirst), first.Subject);
        Assert.Equal(3, await force.WaitingAsync());
        await force.RestrictAsync(IdOf(forSecond), second.Subject);
        Assert.Equal(2, await force.WaitingAsync());

        Assert.Equal("RECORDED", Text((await first.DesignateAsync(second.Subject))["outcome"]));
        Assert.Equal(2, await force.WaitingAsync());
        _ = await second.AcknowledgeAsync(await stream.CursorOfAsync(forSecond));
        Assert.NotNull((await force.DeliveryAsync(open)).AcknowledgedAt);
        Assert.NotNull((await force.DeliveryAsync(forSecond)).AcknowledgedAt);
        Assert.Null((await force.DeliveryAsync(forFirst)).AcknowledgedAt);
        Assert.Equal(0, await force.WaitingAsync());

        Assert.Equal("RECORDED", Text((await second.DesignateAsync(first.Subject))["outcome"]));
        Assert.Equal(1, await force.WaitingAsync());
        var after = Text((await first.DataAsync("{ feedPosition(unacknowledged: true) }"))["feedPosition"]);
        await using var again = await first.SubscribeAsync(Watch, new { after });
        _ = await first.AcknowledgeAsync(await again.CursorOfAsync(forFirst));
        Assert.NotNull((await force.DeliveryAsync(forFirst)).AcknowledgedAt);
        Assert.Equal(0, await force.WaitingAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_was_delivered_to_the_former_receiver_is_not_acknowledged_by_one_that_was_never_shown_it(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var (first, second) = (exchange.As(Role.CouncilSystem, "BUR"), exchange.As(Role.CouncilSystem, "BUR", "second"));
        var begun = await BeginAsync(force, first);
        await using var ofFirst = await first.SubscribeAsync(Watch, new { after = begun });
        await using var ofSecond = await second.SubscribeAsync(Watch);
        var open = await force.RecordAsync(2, "BUR");
        var reached = await ofSecond.CursorOfAsync(open);
        _ = await second.AcknowledgeAsync(reached);
        await ofSecond.DisposeAsync();
        var hidden = await force.RecordAsync(3, "BUR");
        await Eventually.IsAsync(async () => (await force.DeliveryAsync(hidden)).DeliveredAt is not null, "the first was sent it");
        await force.RestrictAsync(IdOf(hidden));

        Assert.Equal("RECORDED", Text((await first.DesignateAsync(second.Subject))["outcome"]));
        await using var resumed = await second.SubscribeAsync(Watch, new { after = reached });
        var last = await force.RecordAsync(4, "BUR");
        _ = await second.AcknowledgeAsync(await resumed.CursorOfAsync(last));

        Assert.NotNull((await force.DeliveryAsync(last)).AcknowledgedAt);
        Assert.Null((await force.DeliveryAsync(hidden)).AcknowledgedAt);
    }
}
