using System.Text.Json.Nodes;
using AgencyGraph.Feed;
using AgencyGraph.Receipts;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static AgencyGraph.Tests.Receipts.Acknowledging;
using static AgencyGraph.Tests.Receipts.Hiding;
using SentDelivery = AgencyGraph.Incidents.Delivery;

namespace AgencyGraph.Tests.Receipts;

/// <summary>What nobody confirms is not kept in the feed for ever, both sides know, and it is not lost for the receiver that comes at last.</summary>
public sealed class ExpiryTests
{
    private const string Watch = """
        subscription($after: Cursor) { updates(after: $after) { __typename cursor ... on IncidentRecorded { incident { id } }
          ... on RecordVisible { record { ... on Incident { id } } } ... on DeliveriesExpired { link { from { code } to { code } waiting expired } } } }
        """;

    private const string Link = "{ links(first: 1) { nodes { waiting expired expiredSince } } }";

    [SkippableTheory, EveryDatabase]
    public async Task After_the_hold_the_feed_goes_and_both_sides_are_told_once(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        for (var number = 1; number <= 3; number++)
            _ = await force.RecordAsync(number, "BUR");
        await AgeAsync(exchange, days: 179);
        await LookAsync(exchange);
        Assert.Equal((0, 0), (await PurgeAsync(exchange), await ExpiredAsync(force)));

        await AgeAsync(exchange, days: 181);
        await using var ofForce = await exchange.As(Role.PoliceOfficer, Sample.Force).SubscribeAsync(Watch);
        await using var ofBury = await exchange.As(Role.HubPractitioner, "BUR").SubscribeAsync(Watch);
        await using var ofWirral = await exchange.As(Role.HubPractitioner, "WRL").SubscribeAsync(Watch);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => LookAsync(exchange)));

        const string Told = """{"from":{"code":"greater-manchester"},"to":{"code":"BUR"},"waiting":3,"expired":3}""";
        Assert.Equal((Told, Told), (LinkOf(await ofForce.NextAsync()), LinkOf(await ofBury.NextAsync())));
        Assert.Equal(3, await PurgeAsync(exchange));
        Assert.NotNull((await force.DataAsync(Link))["links"]?["nodes"]?[0]?["expiredSince"]);

        // Another one expires while those are: it is known already that something has.
        _ = await force.RecordAsync(4, "BUR");
        await AgeAsync(exchange, days: 181);
        await LookAsync(exchange);
        Assert.Equal(4, await ExpiredAsync(force));
        _ = await force.RecordAsync(5, "WRL");
        Assert.Equal("IncidentRecorded", Text((await ofWirral.NextAsync())["data"]?["updates"]?["__typename"]));
        Assert.Equal(1, await CountAsync(exchange, UpdateKind.DeliveriesExpired));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_receiver_that_is_named_is_announced_anew_what_expired_and_nobody_else_is(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, system, hub) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.CouncilSystem, "BUR"), exchange.As(Role.HubPractitioner, "BUR"));
        var expired = await force.RecordAsync(1, "BUR");
        await ExpireAllAsync(exchange);
        await using var ofSystem = await system.SubscribeAsync(Watch);
        await using var ofHub = await hub.SubscribeAsync(Watch);
        var open = await force.RecordAsync(2, "BUR");
        await system.BecomeReceiverAsync(await ofSystem.CursorOfAsync(open));
        Assert.Equal(0, await ExpiredAsync(force));
        Assert.Equal(2, await force.WaitingAsync());
        var last = await force.RecordAsync(3, "BUR");

        var anew = await ofSystem.NextAsync();
        Assert.Equal(IdOf(expired), Text(anew["data"]?["updates"]?["record"]?["id"]));
        Assert.Equal(IdOf(open), Text((await ofHub.NextAsync())["data"]?["updates"]?["incident"]?["id"]));
        Assert.Equal(IdOf(last), Text((await ofHub.NextAsync())["data"]?["updates"]?["incident"]?["id"]));

        // It is kept for as long as any other from now on.
        await LookAsync(exchange);
        Assert.Equal(0, await ExpiredAsync(force));
        _ = await system.AcknowledgeAsync(CursorOf(anew));
        Assert.NotNull((await force.DeliveryAsync(expired)).AcknowledgedAt);
        Assert.Equal(1, await force.WaitingAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_receiver_that_was_silent_for_so_long_is_told_anew_once_it_acknowledges_again(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, system) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.CouncilSystem, "BUR"));
        _ = await BeginAsync(force, system);
        var expired = await force.RecordAsync(2, "BUR");
        await ExpireAllAsync(exchange);
        await using var stream = await system.SubscribeAsync(Watch);
        var open = await force.RecordAsync(3, "BUR");

        _ = await system.AcknowledgeAsync(await stream.CursorOfAsync(open));
        var anew = await stream.NextAsync();
        Assert.Equal(IdOf(expired), Text(anew["data"]?["updates"]?["record"]?["id"]));
        _ = await system.AcknowledgeAsync(CursorOf(anew));

        Assert.NotNull((await force.DeliveryAsync(expired)).AcknowledgedAt);
        Assert.Equal(0, await force.WaitingAsync());
        Assert.Equal(1, await CountAsync(exchange, UpdateKind.RecordVisible));
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_was_hidden_from_the_former_receiver_until_the_feed_had_lost_it_is_announced_to_the_one_that_sees_it(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var (first, second) = (exchange.As(Role.CouncilSystem, "BUR"), exchange.As(Role.CouncilSystem, "BUR", "second"));
        _ = await BeginAsync(force, first);
        var hidden = await force.RecordAsync(2, "BUR");
        await force.RestrictAsync(IdOf(hidden), second.Subject);
        await AgeAsync(exchange, days: 91);
        Assert.NotEqual(0, await PurgeAsync(exchange));
        await using var stream = await second.SubscribeAsync(Watch);
        _ = await second.AcknowledgeAsync(await stream.CursorOfAsync(await force.RecordAsync(3, "BUR")));

        Assert.Equal("RECORDED", Text((await first.DesignateAsync(second.Subject))["outcome"]));
        var anew = await stream.NextAsync();
        Assert.Equal(IdOf(hidden), Text(anew["data"]?["updates"]?["record"]?["id"]));
        _ = await second.AcknowledgeAsync(CursorOf(anew));
        Assert.NotNull((await force.DeliveryAsync(hidden)).AcknowledgedAt);
        Assert.Equal(0, await force.WaitingAsync());
    }

    /// <summary>All that there is was sent, and told, so long ago.</summary>
    private static async Task AgeAsync(RunningExchange exchange, int days)
    {
        var at = DateTime.UtcNow - TimeSpan.FromDays(days);
        await using var db = exchange.Database.Open();
        _ = await db.Set<FeedEntry>().ExecuteUpdateAsync(set => set.SetProperty(entry => entry.RecordedAt, at));
        _ = await db.Set<SentDelivery>().ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.SharedAt, at));
    }

    private static async Task ExpireAllAsync(RunningExchange exchange)
    {
        await AgeAsync(exchange, days: 181);
        await LookAsync(exchange);
        _ = await PurgeAsync(exchange);
    }

    private static Task LookAsync(RunningExchange exchange)
        => exchange.Services.GetServices<IHostedService>().OfType<ExpiryWatch>().Single().LookAsync(CancellationToken.None);

    private static Task<int> PurgeAsync(RunningExchange exchange)
        => exchange.Services.GetServices<IHostedService>().OfType<FeedPurge>().Single().PurgeAsync(CancellationToken.None);

    private static async Task<int> ExpiredAsync(ExchangeCaller caller)
        => (await caller.DataAsync(Link))["links"]!["nodes"]![0]!["expired"]!.GetValue<int>();

    private static async Task<int> CountAsync(RunningExchange exchange, UpdateKind kind)
    {
        await using var db = exchange.Database.Open();
        return await db.Set<FeedEntry>().CountAsync(entry => entry.Kind == kind);
    }

    private static string? LinkOf(JsonNode update) => update["data"]?["updates"]?["link"]?.ToJsonString();
}
