using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Storage;

public sealed class MigrationTests
{
    [SkippableTheory, EveryDatabase]
    public async Task The_migrations_are_those_of_the_present_model(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task Migrating_again_puts_the_agencies_right_and_adds_none(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var db = database.Open())
        {
            _ = await db.Set<Agency>().Where(agency => agency.Code == new AgencyCode("BUR"))
                .ExecuteUpdateAsync(set => set.SetProperty(agency => agency.Name, "Elsewhere"));
        }

        await database.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);

        await using var after = database.Open();
        Assert.Equal(153 + 39, await after.Set<Agency>().CountAsync());
        var bury = await after.Set<Agency>().SingleAsync(agency => agency.Code == new AgencyCode("BUR"));
        Assert.Equal("Bury Metropolitan Borough Council", bury.Name);
    }

    [SkippableTheory, EveryDatabase]
    public async Task Two_nodes_may_migrate_an_empty_database_at_once(DatabaseKind kind)
    {
        await using var first = await TestDatabase.CreateEmptyAsync(kind);
        await using var second = first.OnAnotherNode();

        await Task.WhenAll(
            Task.Run(() => first.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None)),
            Task.Run(() => second.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None)));

        await using var db = first.Open();
        Assert.Equal(153 + 39, await db.Set<Agency>().CountAsync());
    }

    [Fact]
    public async Task A_migration_that_was_killed_does_not_hold_up_the_next_start()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        await using (var db = database.Open())
        {
            _ = await db.Database.ExecuteSqlRawAsync("CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL)");
            _ = await db.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-01-01')");
        }

        await database.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None)
            .WaitAsync(TimeSpan.FromSeconds(60));

        await using var after = database.Open();
        Assert.Empty(await after.Database.GetPendingMigrationsAsync());
    }
}
