using AgencyGraph.Feed;
using AgencyGraph.Tests.Receipts;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static AgencyGraph.Tests.Receipts.Acknowledging;
using SentDelivery = AgencyGraph.Incidents.Delivery;

namespace AgencyGraph.Tests.Feed;

public sealed class RetentionTests
{
    private const string Watch = "subscription($after: Cursor) { updates(after: $after) { sequence cursor ... on IncidentRecorded { incident { reference } } } }";

    [SkippableTheory, MemberData(nameof(WayStream.EveryDatabaseEitherWay), MemberType = typeof(WayStream))]
    public async Task A_cursor_older_than_the_feed_is_kept_has_expired_and_a_younger_one_has_not(DatabaseKind kind, StreamWay way)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        var cursors = await FollowAsync(exchange, hub, 5);
        await AgeAsync(exchange, upTo: 2, TimeSpan.FromDays(91));
        await AgeAsync(exchange, upTo: 3, TimeSpan.FromDays(89), from: 3);
        await AcknowledgeAllAsync(exchange);

        Assert.Equal(2, await PurgeAsync(exchange));

        await using (var expired = await WayStream.OpenAsync(exchange, hub, way, Watch, new { after = cursors[0] }))
            Assert.Equal("CURSOR_EXPIRED", (await expired.NextAsync())["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>());
        await using var resumed = await WayStream.OpenAsync(exchange, hub, way, Watch, new { after = cursors[1] });
        foreach (var cursor in cursors[2..])
            Assert.Equal(cursor, Text((await resumed.NextUpdateAsync())["cursor"]));
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_a_delivery_waits_for_is_kept_until_it_is_acknowledged(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        _ = await FollowAsync(exchange, exchange.As(Role.HubPractitioner, "BUR"), 3);
        await AgeAsync(exchange, upTo: 3, TimeSpan.FromDays(1_000));

        Assert.Equal(0, await PurgeAsync(exchange));
        await AcknowledgeAllAsync(exchange);
        Assert.Equal(2, await PurgeAsync(exchange)); // The newest stays.
        Assert.Equal(0, await PurgeAsync(exchange));
    }

    [SkippableTheory, EveryDatabase]
    public async Task Far_more_than_one_batch_goes_and_what_is_written_meanwhile_takes_its_place(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var old = Enumerable.Range(0, (2 * FeedPurge.BatchSize) + 5).Select(_ => World.Incident(World.Manchester, World.Bury)).ToArray();
        await exchange.RecordAsync(old);
        await using (var db = exchange.Database.CreateDbContext())
            _ = await db.Set<FeedEntry>().ExecuteUpdateAsync(set => set.SetProperty(entry => entry.RecordedAt, DateTime.UnixEpoch));
        await using var subscriber = await exchange.SubscribeAsync(exchange.Request(World.Hub(World.Bury)));
        subscriber.Begin();

        var written = Enumerable.Range(0, 50).Select(_ => World.Incident(World.Manchester, World.Bury)).ToArray();
        await exchange.RecordAsync(written[0]);
        var purging = exchange.Purge.PurgeAsync(CancellationToken.None);
        foreach (var draft in written[1..])
            await exchange.RecordAsync(draft);

        Assert.Equal(old.Length, await purging);
        Assert.Equal(written.Select(draft => draft.RecordId), (await subscriber.ReadAsync(written.Length)).RecordIds);
        await using var after = exchange.Database.CreateDbContext();
        Assert.Equal(written.Length, await after.Set<FeedEntry>().CountAsync());
        Assert.Equal(old.Length, (await after.Set<FeedHead>().SingleAsync()).PurgedUpTo);
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_stream_that_reads_so_slowly_that_its_place_is_gone_ends_and_says_so(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        await exchange.RecordAsync(World.Incident(World.Manchester, World.Bury));
        await using var first = await exchange.SubscribeAsync(exchange.Request(World.Hub(World.Bury)));
        await exchange.RecordAsync(World.Incident(World.Manchester, World.Bury));
        await first.ReadAsync(1);
        await exchange.RecordAsync([.. Enumerable.Range(0, 600).Select(_ => World.Incident(World.Manchester, World.Bury))]);
        await using var slow = await exchange.SubscribeAsync(exchange.Request(World.Hub(World.Bury), first.Frames[0].Cursor));
        await slow.ReadAsync(1);

        await using (var db = exchange.Database.CreateDbContext())
            _ = await db.Set<FeedEntry>().ExecuteUpdateAsync(set => set.SetProperty(entry => entry.RecordedAt, DateTime.UnixEpoch));
        _ = await exchange.Purge.PurgeAsync(CancellationToken.None);

        var ended = await Assert.ThrowsAsync<EndedByFeedException>(() => slow.ReadAsync(600));
        Assert.Equal(StreamEnd.CursorExpired, ended.End);
    }

    private static async Task<List<string>> FollowAsync(RunningExchange exchange, ExchangeCaller hub, int count)
    {
        await using var stream = await hub.SubscribeAsync(Watch);
        var cursors = new List<string>();
        for (var number = 0; number < count; number++)
        {
            _ = await exchange.As(Role.PoliceSystem, Sample.Force).RecordAsync(number, "BUR");
            cursors.Add(await stream.NextCursorAsync());
        }

        return cursors;
    }

    /// <summary>The entries from one position to another were recorded so long ago.</summary>
    private static async Task AgeAsync(RunningExchange exchange, long upTo, TimeSpan age, long from = 0)
    {
        var at = DateTime.UtcNow - age;
        await using var db = exchange.Database.Open();
        _ = await db.Set<FeedEntry>().Where(entry => entry.Position >= from && entry.Position <= upTo)
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.RecordedAt, at));
        var longAgo = DateTime.UtcNow - TimeSpan.FromDays(2_000);
        _ = await db.Set<SentDelivery>().ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.SharedAt, longAgo));
    }

    private static async Task AcknowledgeAllAsync(RunningExchange exchange)
    {
        await using var db = exchange.Database.Open();
        var now = DateTime.UtcNow;
        _ = await db.Set<SentDelivery>().ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.AcknowledgedAt, now));
    }

    private static Task<int> PurgeAsync(RunningExchange exchange)
        => exchange.Services.GetServices<IHostedService>().OfType<FeedPurge>().Single().PurgeAsync(CancellationToken.None);
}
