using AgencyGraph.Feed;
using AgencyGraph.Tests.Support;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using static AgencyGraph.Tests.Feed.World;

namespace AgencyGraph.Tests.Feed;

public sealed class AppenderTests
{
    [SkippableTheory, EveryDatabase]
    public async Task Positions_are_dense_and_a_rollback_leaves_no_gap(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        await exchange.RecordAsync(Incident(Manchester, Bury), Incident(Manchester, Bury));
        await exchange.RecordAsync([Incident(Manchester, Bury)], [], () => false);
        await exchange.RecordAsync([.. Enumerable.Range(0, 500).Select(_ => Incident(Manchester, Bury))]);

        await using var db = exchange.Database.CreateDbContext();
        var positions = await db.Set<FeedEntry>().OrderBy(entry => entry.Position).Select(entry => entry.Position).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 502).Select(i => (long)i), positions);
        Assert.Equal(502, (await db.Set<FeedHead>().SingleAsync()).Head);
    }

    [SkippableTheory, EveryDatabase]
    public async Task An_entry_is_read_as_it_was_written(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var draft = Incident(Manchester, Bury, false, ChildId.New(), ChildId.New());
        var sparse = draft with { Council = null, Children = [], RecordId = Guid.CreateVersion7() };
        await exchange.RecordAsync(draft, sparse);

        await using var db = exchange.Database.CreateDbContext();
        var entries = await db.Set<FeedEntry>().AsNoTracking().OrderBy(entry => entry.Position).ToListAsync();
        foreach (var (written, read) in new[] { draft, sparse }.Zip(entries))
        {
            Assert.Equal((written.Kind, written.RecordKind), (read.Kind, read.RecordKind));
            Assert.Equal((written.RecordId, written.RecordVersion), (read.RecordId, read.RecordVersion));
            Assert.Equal((written.Originator, written.Council, written.IsShared), (read.Originator, read.Council, read.IsShared));
            Assert.Equal(written.Children, read.Children);
            Assert.Equal((written.OccurredAt, DateTimeKind.Utc), (read.OccurredAt, read.OccurredAt.Kind));
            Assert.Equal(7, read.EventId.Version);
        }
    }

    [SkippableTheory, EveryDatabase]
    public async Task Without_a_transaction_nothing_is_appended(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        await using var db = exchange.Database.CreateDbContext();
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => exchange.Appender.AppendAsync(db, [Incident(Manchester, Bury)], CancellationToken.None));
        Assert.False(await db.Set<FeedEntry>().AnyAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task Nodes_that_start_together_agree_on_one_epoch_and_key(DatabaseKind kind)
    {
        await using var database = await FeedDatabase.CreateAsync(kind);
        var heads = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            await using var db = database.CreateDbContext();
            return await FeedHeads.ReadAsync(db, CancellationToken.None);
        })));

        Assert.Single(heads.Select(head => head.Epoch).Distinct());
        Assert.Single(heads.Select(head => Convert.ToHexString(head.CursorKey)).Distinct());
        Assert.Equal(32, heads[0].CursorKey.Length);
    }
}
