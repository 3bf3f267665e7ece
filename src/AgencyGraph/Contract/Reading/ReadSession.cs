using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Contract.Reading;

/// <summary>The one database snapshot in which an operation reads, opened at its first read.</summary>
public sealed class ReadSession(IDbContextFactory<AgencyDb> databases, IStorageEngine engine) : IAsyncDisposable
{
    private AgencyDb? db;
    private ReadSnapshot? snapshot;

    public async ValueTask<AgencyDb> OpenAsync(CancellationToken cancellationToken)
    {
        if (db is not null)
            return db;
        var opened = await databases.CreateDbContextAsync(cancellationToken);
        try
        {
            snapshot = await engine.BeginReadAsync(opened, cancellationToken);
            return db = opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (snapshot is not null)
            await snapshot.DisposeAsync();
        if (db is not null)
            await db.DisposeAsync();
        (snapshot, db) = (null, null);
    }
}
