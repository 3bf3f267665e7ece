using AgencyGraph.Children;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Support;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Storage;

public sealed class StorageEngineTests
{
    private static readonly DateTime At = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);

    [SkippableTheory, EveryDatabase]
    public async Task A_snapshot_does_not_see_what_is_committed_after_it_began(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var reader = database.Open();
        await using (await database.Engine.BeginReadAsync(reader, CancellationToken.None))
        {
            Assert.Equal(0, await reader.Set<Child>().CountAsync());
            await RecordChildAsync(database);

            Assert.Equal(0, await reader.Set<Child>().CountAsync());
        }

        Assert.Equal(1, await reader.Set<Child>().CountAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_is_not_committed_is_undone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        await using (await database.Engine.BeginWriteAsync(db, CancellationToken.None))
        {
            _ = db.Add(new Child { Id = ChildId.New(), RecordedAt = At });
            _ = await db.SaveChangesAsync();
        }

        Assert.Equal(0, await db.Set<Child>().CountAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task Many_writers_at_once_all_get_through(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (_, _) => await RecordChildAsync(database));

        await using var db = database.Open();
        Assert.Equal(200, await db.Set<Child>().CountAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_writer_called_off_while_it_waits_gives_up_its_place(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var first = database.Open();
        await using (await database.Engine.BeginWriteAsync(first, CancellationToken.None))
        {
            await using var second = database.Open();
            using var calledOff = new CancellationTokenSource();
            await calledOff.CancelAsync();
            _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Engine.BeginWriteAsync(second, calledOff.Token));
        }

        await RecordChildAsync(database);
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_context_given_back_is_clean_for_the_next(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        for (var round = 0; round < 3; round++)
        {
            await using (var reader = database.Open())
            await using (await database.Engine.BeginReadAsync(reader, CancellationToken.None))
                Assert.Equal(round, await reader.Set<Child>().CountAsync());
            await RecordChildAsync(database);
        }
    }

    [Fact]
    public async Task A_writer_of_another_process_makes_the_database_unavailable_and_no_more()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var other = database.OnAnotherNode();
        await using var holder = other.Open();
        await using var held = await other.Engine.BeginWriteAsync(holder, CancellationToken.None);
        await using var db = database.Open();

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => database.Engine.BeginWriteAsync(db, CancellationToken.None));

        Assert.True(database.Engine.IsUnavailable(failure));
        await held.DisposeAsync();
        await RecordChildAsync(database);
    }

    [Fact]
    public async Task A_full_disk_is_unavailable()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        _ = await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count=1");
        for (var i = 0; i < 500; i++)
            _ = db.Add(new Child { Id = ChildId.New(), RecordedAt = At });

        var failure = await Assert.ThrowsAnyAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.True(database.Engine.IsUnavailable(failure));
        Assert.False(database.Engine.IsUniqueViolation(failure));
    }

    [SkippableFact]
    public async Task A_server_that_cannot_be_reached_or_has_gone_is_unavailable()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var db = database.Open();
        await using var read = await database.Engine.BeginReadAsync(db, CancellationToken.None);
        var server = await PrivatePostgres.RequireAsync();
        var name = db.Database.GetDbConnection().Database;
        await server.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        var gone = await Assert.ThrowsAnyAsync<Exception>(() => db.Set<Child>().CountAsync());
        Assert.True(database.Engine.IsUnavailable(gone));

        await using var nowhere = TestDatabase.On(new StorageOptions { PostgresConnectionString = "Host=127.0.0.1;Port=1;Username=tests" });
        await using var closed = nowhere.Open();
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => nowhere.Engine.BeginWriteAsync(closed, CancellationToken.None));
        Assert.True(nowhere.Engine.IsUnavailable(refused));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_fault_of_our_own_or_a_caller_who_leaves_is_not_the_database_being_away(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();

        var wrong = await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("SELECT nothing FROM nowhere"));

        Assert.False(database.Engine.IsUnavailable(wrong));
        Assert.False(database.Engine.IsUnavailable(new OperationCanceledException()));
    }

    private static async Task RecordChildAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await using var write = await database.Engine.BeginWriteAsync(db, CancellationToken.None);
        _ = db.Add(new Child { Id = ChildId.New(), RecordedAt = At });
        _ = await db.SaveChangesAsync();
        await write.CommitAsync(CancellationToken.None);
    }
}
