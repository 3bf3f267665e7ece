using AgencyGraph.Storage;
using AgencyGraph.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Feed;

/// <summary>A migrated database of its own, which can be made to fail.</summary>
internal sealed class FeedDatabase(TestDatabase database) : IDbContextFactory<AgencyDb>, IAsyncDisposable
{
    public bool IsDown { get; set; }

    public IStorageEngine Engine => database.Engine;

    public static async Task<FeedDatabase> CreateAsync(DatabaseKind kind) => new(await TestDatabase.CreateAsync(kind));

    public AgencyDb CreateDbContext() => IsDown ? throw new SqliteException("disk I/O error", 10) : database.Open();

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
