using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Storage;

/// <summary>Run once at start-up, before the first request: is this a database that keeps what it confirms?</summary>
public sealed class DatabaseCheck(IDbContextFactory<AgencyDb> databases, IStorageEngine engine)
{
    /// <exception cref="UnsuitableDatabaseException">It is not.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await engine.CheckAsync(db, cancellationToken);
        await db.Database.CloseConnectionAsync();
    }
}
