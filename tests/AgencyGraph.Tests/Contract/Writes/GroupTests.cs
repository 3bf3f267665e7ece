using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Writes;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Contract.Writes;

public abstract class GroupTests(DatabaseKind kind) : WriteTests(kind)
{
    private const int Writers = 64;

    [SkippableFact]
    public async Task One_that_throws_among_64_fails_alone()
    {
        await AssertOnlyOneFailsAsync<InvalidOperationException>(new ChildOrder(_ => throw new InvalidOperationException("A broken promise.")));
    }

    [SkippableFact]
    public async Task One_whose_use_case_calls_itself_off_among_64_fails_alone()
    {
        await AssertOnlyOneFailsAsync<OperationCanceledException>(new ChildOrder(_ => throw new OperationCanceledException()));
    }

    [SkippableFact]
    public async Task One_that_meets_a_row_in_the_way_among_64_is_refused_alone()
    {
        var (id, outcome) = (ChildId.New(), default(Outcome));
        var neighbours = await BehindAnotherAsync(async () => outcome = await OrderAsync(new ChildOrder(_ => throw RowInTheWay()), id));

        Assert.Equal([RefusalCode.Contended], outcome?.Refusals.Select(refusal => refusal.Code));
        await AssertWrittenAsync(neighbours, id);
    }

    [SkippableFact]
    public async Task One_that_is_called_off_before_its_turn_leaves_nothing()
    {
        using var calledOff = new CancellationTokenSource();
        var id = ChildId.New();
        var neighbours = await BehindAnotherAsync(async () =>
        {
            var order = OrderAsync(new ChildOrder(async _ => await Task.Delay(Timeout.Infinite, calledOff.Token)), id, calledOff.Token);
            await calledOff.CancelAsync();
            _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => order);
        });

        await AssertWrittenAsync(neighbours, id);
    }

    [SkippableFact]
    public async Task Each_sees_what_those_before_it_have_written()
    {
        var (key, id) = (Guid.NewGuid(), ChildId.New());
        var outcomes = new List<Outcome>();
        _ = await BehindAnotherAsync(async () =>
        {
            var same = Enumerable.Range(0, 10).Select(_ => Bench.RunAsync(new ChildOrder(), WriteBench.Force(), [new Keyed<ChildId>(key, id)]));
            outcomes.AddRange((await Task.WhenAll(same)).Select(answer => answer.Single()));
        });

        Assert.Single(outcomes, outcome => outcome.Kind == OutcomeKind.Recorded);
        Assert.Equal(9, outcomes.Count(outcome => outcome.Kind == OutcomeKind.Replayed));
        Assert.Single(await Bench.ToldAsync(), told => told.RecordId == id.Value);
    }

    private async Task AssertOnlyOneFailsAsync<TException>(ChildOrder poisoned)
        where TException : Exception
    {
        var id = ChildId.New();
        var neighbours = await BehindAnotherAsync(() => Assert.ThrowsAnyAsync<TException>(() => OrderAsync(poisoned, id)));
        await AssertWrittenAsync(neighbours, id);
    }

    /// <summary>While one writes, 63 others and the one in question queue up.</summary>
    /// <returns>All but the one in question.</returns>
    private async Task<IReadOnlyList<ChildId>> BehindAnotherAsync(Func<Task> act)
    {
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var ids = Enumerable.Range(0, Writers).Select(_ => ChildId.New()).ToList();
        var first = OrderAsync(new ChildOrder(_ =>
        {
            begun.SetResult();
            return go.Task;
        }), ids[0]);
        await begun.Task;
        var before = ids.Skip(1).Take(Writers / 2).Select(id => OrderAsync(new ChildOrder(), id)).ToList();
        var acting = act();
        var after = ids.Skip(1 + (Writers / 2)).Select(id => OrderAsync(new ChildOrder(), id)).ToList();
        go.SetResult();
        foreach (var outcome in await Task.WhenAll([first, .. before, .. after]))
            Assert.Equal(OutcomeKind.Recorded, outcome.Kind);
        await acting;
        return ids;
    }

    private async Task AssertWrittenAsync(IReadOnlyList<ChildId> written, ChildId failed)
    {
        await using var db = Bench.Db();
        var entries = await db.Set<FeedEntry>().AsNoTracking().OrderBy(entry => entry.Position).ToListAsync();
        Assert.Equal(Enumerable.Range(1, Writers).Select(position => (long)position), entries.Select(entry => entry.Position));
        Assert.Equal(written.Select(id => id.Value).Order(), entries.Select(entry => entry.RecordId).Order());
        Assert.Equal(Writers, await db.Set<Child>().CountAsync());
        Assert.Equal(Writers, await db.Set<IdempotencyRecord>().CountAsync());
        Assert.False(await db.Set<Child>().AnyAsync(child => child.Id == failed));
    }

    private async Task<Outcome> OrderAsync(ChildOrder useCase, ChildId id, CancellationToken cancellationToken = default)
        => (await Bench.RunAsync(useCase, WriteBench.Force(), [new Keyed<ChildId>(Guid.NewGuid(), id)], cancellationToken)).Single();

    public sealed class OnPostgres() : GroupTests(DatabaseKind.Postgres);

    public sealed class OnSqlite() : GroupTests(DatabaseKind.Sqlite)
    {
        [SkippableFact]
        public async Task Those_that_queue_up_are_written_in_their_order_with_one_commit()
        {
            var neighbours = await BehindAnotherAsync(() => Task.CompletedTask);

            Assert.Equal(neighbours.Select(id => id.Value), (await Bench.ToldAsync()).Select(told => told.RecordId));
            await using var db = Bench.Db();
            // All of a group's entries are of one instant, and there were two groups.
            Assert.InRange(await db.Set<FeedEntry>().Select(entry => entry.RecordedAt).Distinct().CountAsync(), 1, 2);
        }

        [SkippableFact]
        public async Task One_whose_feed_entry_does_not_go_in_does_not_take_its_group_with_it()
        {
            await using (var db = Bench.Db())
            {
                _ = await db.Database.ExecuteSqlRawAsync(
                    "CREATE TRIGGER poison BEFORE INSERT ON feed_entries WHEN NEW.record_version = 666 BEGIN SELECT RAISE(ABORT, 'poison'); END");
            }

            await AssertOnlyOneFailsAsync<UnavailableException>(new ChildOrder(version: 666));
        }

        [SkippableFact]
        public async Task A_live_write_goes_before_a_backlog_that_waits_and_the_backlog_is_not_forgotten()
        {
            var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
            var first = OrderAsync(new ChildOrder(_ =>
            {
                begun.SetResult();
                return go.Task;
            }), ChildId.New());
            await begun.Task;
            var backlog = Enumerable.Range(0, 50).Select(_ => BatchAsync(100)).ToList();
            var live = ChildId.New();
            var written = OrderAsync(new ChildOrder(), live);
            go.SetResult();
            _ = await Task.WhenAll([first, written]);
            _ = await Task.WhenAll(backlog);

            var told = await Bench.ToldAsync();
            Assert.Equal(5002, told.Count);
            Assert.Equal(live.Value, told[1].RecordId);
        }

        private Task<IReadOnlyList<Outcome>> BatchAsync(int count)
            => Bench.RunAsync(new ChildOrder(), WriteBench.Force(), [.. Enumerable.Range(0, count).Select(_ => new Keyed<ChildId>(Guid.NewGuid(), ChildId.New()))]);
    }
}
