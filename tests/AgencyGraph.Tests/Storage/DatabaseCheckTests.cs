using AgencyGraph.Storage;
using AgencyGraph.Storage.Postgres;
using AgencyGraph.Storage.Sqlite;
using AgencyGraph.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Storage;

public sealed class DatabaseCheckTests
{
    [SkippableTheory, EveryDatabase]
    public async Task The_database_in_use_is_suitable(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        await database.Services.GetRequiredService<DatabaseCheck>().RunAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("synchronous=NORMAL", "synchronous")]
    [InlineData("foreign_keys=OFF", "foreign_keys")]
    [InlineData("journal_mode=DELETE", "journal_mode")]
    public async Task A_SQLite_database_that_could_lose_what_it_confirmed_is_refused(string pragma, string named)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
#pragma warning disable EF1002 // The test's own words.
        _ = await db.Database.ExecuteSqlRawAsync($"PRAGMA {pragma}");
#pragma warning restore EF1002

        var refusal = await Assert.ThrowsAsync<UnsuitableDatabaseException>(() => database.Engine.CheckAsync(db, CancellationToken.None));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_PostgreSQL_database_that_confirms_before_it_has_written_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        _ = await db.Database.ExecuteSqlRawAsync("SET synchronous_commit = off");

        _ = await Assert.ThrowsAsync<UnsuitableDatabaseException>(() => database.Engine.CheckAsync(db, CancellationToken.None));
    }

    [Fact]
    public void A_version_before_the_oldest_safe_one_is_refused()
    {
        _ = Assert.Throws<UnsuitableDatabaseException>(
            () => UnsuitableDatabaseException.ThrowIfOlder("SQLite", new Version(3, 51, 2), SqliteEngine.OldestSafe));
        _ = Assert.Throws<UnsuitableDatabaseException>(
            () => UnsuitableDatabaseException.ThrowIfOlder("PostgreSQL", new Version(14, 20), PostgresEngine.OldestSafe));
        UnsuitableDatabaseException.ThrowIfOlder("SQLite", new Version(3, 51, 3), SqliteEngine.OldestSafe);
    }
}
