using System.Diagnostics;
using AgencyGraph.Feed;
using AgencyGraph.Tests.Support;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using static AgencyGraph.Tests.Feed.World;

namespace AgencyGraph.Tests.Feed;

public sealed class FaultTests
{
    private const int HoleFoundByPump = 5001;
    private const int HoleFoundByStream = 5020;

    [SkippableTheory, EveryDatabase]
    public async Task A_hole_stops_delivery_until_it_is_filled(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        await using var live = await exchange.SubscribeAsync(exchange.Request(Hub(Bury)));
        var drafts = Enumerable.Range(0, 3).Select(_ => Incident(Manchester, Bury)).ToArray();
        await exchange.RecordAsync(drafts[0]);
        await live.ReadAsync(1);
        await exchange.RecordAsync(drafts[1], drafts[2]);
        await live.ReadAsync(3);
        var resume = exchange.Request(Hub(Bury), live.Frames[0].Cursor);

        var (taken, next) = (await TakeAsync(exchange, 2), Incident(Manchester, Bury));
        await using var resumed = await exchange.SubscribeAsync(resume);
        await exchange.RecordAsync(next);
        Assert.Empty((await resumed.ReadUntilSilenceAsync()).Frames);
        Assert.Contains(HoleFoundByStream, exchange.Alarms.Events);

        await PutAsync(exchange, taken);
        Assert.Equal([drafts[1].RecordId, drafts[2].RecordId, next.RecordId], (await resumed.ReadAsync(3)).RecordIds);
    }

    [SkippableTheory, EveryDatabase]
    public async Task The_pump_stops_at_a_hole_and_goes_on_when_it_is_filled(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        await using var live = await exchange.SubscribeAsync(exchange.Request(Hub(Bury)));
        live.Begin();
        await exchange.RecordAsync(Incident(Manchester, Bolton));
        await Task.Delay(700);

        exchange.Database.IsDown = true;
        await Task.Delay(700);
        exchange.Database.IsDown = false;
        var drafts = Enumerable.Range(0, 3).Select(_ => Incident(Manchester, Bury)).ToArray();
        await PutWithHoleAsync(exchange, drafts);
        Assert.Equal([drafts[0].RecordId], (await live.ReadUntilSilenceAsync()).RecordIds);
        Assert.Contains(HoleFoundByPump, exchange.Alarms.Events);

        await PutAsync(exchange, FeedEntry.From(drafts[1], 3, DateTime.UnixEpoch));
        Assert.Equal(drafts.Select(draft => draft.RecordId), (await live.ReadAsync(3)).RecordIds);
    }

    [SkippableTheory, EveryDatabase]
    public async Task An_outage_of_the_database_delays_and_loses_nothing(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        await using var live = await exchange.SubscribeAsync(exchange.Request(Hub(Bury)));
        await using var late = await exchange.SubscribeAsync(exchange.Request(Hub(Bury)));
        live.Begin();
        var (first, second) = (Incident(Manchester, Bury), Incident(Manchester, Bury));
        await exchange.RecordAsync(first, second);
        await live.ReadAsync(2);

        exchange.Database.IsDown = true;
        late.Begin();
        await Task.Delay(1500);
        exchange.Database.IsDown = false;
        var third = Incident(Manchester, Bury);
        await exchange.RecordAsync(third);

        Guid[] expected = [first.RecordId, second.RecordId, third.RecordId];
        Assert.Equal(expected, (await live.ReadAsync(3)).RecordIds);
        Assert.Equal(expected, (await late.ReadAsync(3)).RecordIds);
    }

    [SkippableTheory, EveryDatabase]
    public async Task An_entry_that_cannot_be_rendered_is_tried_again_and_keeps_its_place(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var renderer = new PlainRenderer(exchange.Markers);
        await using var live = await exchange.SubscribeAsync(exchange.Request(Hub(Bury), renderer: renderer));
        await using var other = await exchange.SubscribeAsync(exchange.Request(Police(Manchester)));
        live.Begin();
        other.Begin();
        var drafts = Enumerable.Range(0, 3).Select(_ => Incident(Manchester, Bury)).ToArray();
        var failures = 3;
        renderer.Shows = (entry, _) => entry.RecordId != drafts[1].RecordId || Interlocked.Decrement(ref failures) < 0
            ? true
            : throw new InvalidOperationException("The renderer failed.");

        await exchange.RecordAsync(drafts);
        var expected = drafts.Select(draft => draft.RecordId);
        Assert.Equal(expected, (await other.ReadAsync(3)).RecordIds);
        Assert.Equal(expected, (await live.ReadAsync(3)).RecordIds);
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_stream_ends_at_an_entry_that_can_never_be_rendered_for_it(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var renderer = new PlainRenderer(exchange.Markers) { Shows = (_, _) => throw new NotSupportedException("Never.") };
        await using var live = await exchange.SubscribeAsync(exchange.Request(Hub(Bury), renderer: renderer));
        live.Begin();
        await exchange.RecordAsync(Incident(Manchester, Bury));
        await Assert.ThrowsAsync<NotSupportedException>(() => live.ReadAsync(1));
    }

    [SkippableTheory, EveryDatabase]
    public async Task An_expensive_stream_delays_nobody_and_keeps_its_order(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var renderer = new PlainRenderer(exchange.Markers) { Shows = Slowly };
        await using var slow = await exchange.SubscribeAsync(exchange.Request(Hub(Bury), renderer: renderer) with { AudienceKey = "slow" });
        await using var quick = await exchange.SubscribeAsync(exchange.Request(Hub(Bury)));
        slow.Begin();
        quick.Begin();
        var drafts = Enumerable.Range(0, 8).Select(_ => Incident(Manchester, Bury)).ToArray();
        var expected = drafts.Select(draft => draft.RecordId);

        await exchange.RecordAsync(drafts);
        var waited = Stopwatch.StartNew();
        Assert.Equal(expected, (await quick.ReadAsync(drafts.Length)).RecordIds);
        Assert.InRange(waited.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Equal(expected, (await slow.ReadAsync(drafts.Length)).RecordIds);

        static bool Slowly(FeedEntry entry, Caller viewer)
        {
            Thread.Sleep(TimeSpan.FromSeconds(1)); // As the embedded database: without yielding.
            return true;
        }
    }

    private static async Task<FeedEntry> TakeAsync(FeedExchange exchange, long position)
    {
        await using var db = exchange.Database.CreateDbContext();
        var entry = await db.Set<FeedEntry>().AsNoTracking().SingleAsync(entry => entry.Position == position);
        Assert.Equal(1, await db.Set<FeedEntry>().Where(entry => entry.Position == position).ExecuteDeleteAsync());
        return entry;
    }

    private static async Task PutAsync(FeedExchange exchange, FeedEntry entry)
    {
        await using var db = exchange.Database.CreateDbContext();
        db.Add(entry);
        Assert.Equal(1, await db.SaveChangesAsync());
    }

    private static async Task PutWithHoleAsync(FeedExchange exchange, FeedDraft[] drafts)
    {
        await using var db = exchange.Database.CreateDbContext();
        db.Add(FeedEntry.From(drafts[0], 2, DateTime.UnixEpoch));
        db.Add(FeedEntry.From(drafts[2], 4, DateTime.UnixEpoch));
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync("UPDATE feed_head SET head = 4");
        await transaction.CommitAsync();
    }
}
