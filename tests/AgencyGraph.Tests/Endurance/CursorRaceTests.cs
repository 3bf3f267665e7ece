using System.Collections.Concurrent;
using AgencyGraph.Tests.Feed;
using AgencyGraph.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;
using static AgencyGraph.Tests.Feed.World;

namespace AgencyGraph.Tests.Endurance;

/// <summary>Many writers, of whom some commit late: a stream that goes by position must leave none of them out.</summary>
[BeginsEarly]
public sealed class CursorRaceTests(ITestOutputHelper output)
{
    private static readonly int Writers = FaultSize.Of(16, 64);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(FaultSize.Of(10, 600));

    [SkippableTheory, EveryDatabase]
    public async Task A_stream_skips_nothing_however_late_a_writer_commits(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        await using var live = await exchange.SubscribeAsync(exchange.Request(Hub(Bury)));
        live.Begin();
        var written = new ConcurrentBag<Guid>();

        await WriteAsync(async (random, late) =>
        {
            var draft = Incident(Manchester, Bury);
            // Late before the commit, while it holds the head; and late before that, which nobody waits for.
            await Task.Delay(random.Next(50));
            await exchange.RecordAsync([draft], [], () => late(5));
            written.Add(draft.RecordId);
        });

        Assert.NotEmpty(written);
        var heard = (await live.ReadAsync(written.Count)).RecordIds.ToList();
        output.WriteLine($"{written.Count} written");
        Assert.Equal(written.Order(), heard.Order());
        await using var resumed = await exchange.SubscribeAsync(exchange.Request(Hub(Bury), live.Frames[0].Cursor));
        Assert.Equal(heard.Skip(1), (await resumed.ReadAsync(written.Count - 1)).RecordIds);
    }

    /// <summary>The control: were this to skip nothing, the test above would be blind.</summary>
    [SkippableFact]
    public async Task A_cursor_over_a_column_that_counts_by_itself_does_skip()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.Postgres);
        await using (var db = database.Open())
            _ = await db.Database.ExecuteSqlRawAsync("CREATE TABLE naive (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY)");
        using var end = new CancellationTokenSource();
        var reading = ReadNaivelyAsync(database, end.Token);
        var written = 0;

        await WriteAsync(async (random, late) =>
        {
            await using var db = database.Open();
            await using var transaction = await db.Database.BeginTransactionAsync();
            _ = await db.Database.ExecuteSqlRawAsync("INSERT INTO naive DEFAULT VALUES");
            if (!late(random.Next(2, 50)))
                return;
            await transaction.CommitAsync();
            _ = Interlocked.Increment(ref written);
        });

        await end.CancelAsync();
        var heard = await reading;
        output.WriteLine($"{heard} of {written} heard");
        Assert.InRange(heard, 1, written - 1);
    }

    private static async Task<int> ReadNaivelyAsync(TestDatabase database, CancellationToken end)
    {
        var (last, heard) = (0L, 0);
        await using var db = database.Open();
        for (var isLast = false; !isLast;)
        {
            isLast = end.IsCancellationRequested;
            var page = await db.Database.SqlQueryRaw<long>("SELECT id AS \"Value\" FROM naive WHERE id > {0} ORDER BY id", last).ToListAsync(CancellationToken.None);
            heard += page.Count;
            last = page.Count > 0 ? page[^1] : last;
        }

        return heard;
    }

    private async Task WriteAsync(Func<Random, Func<int, bool>, Task> write)
    {
        var seed = FaultSize.Seed();
        output.WriteLine($"AGENCYGRAPH_FAULT_SEED={seed}");
        using var end = new CancellationTokenSource(Duration);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var random = new Random(seed + writer);
            while (!end.IsCancellationRequested)
                await write(random, Late);

            bool Late(int most)
            {
                Thread.Sleep(random.Next(most));
                return true;
            }
        })));
    }
}
