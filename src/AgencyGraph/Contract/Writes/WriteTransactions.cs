using AgencyGraph.Feed;
using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Contract.Writes;

/// <summary>Write transactions of the store; each commit wakes the feed.</summary>
internal sealed class WriteTransactions(IDbContextFactory<AgencyDb> databases, IStorageEngine engine, FeedSignal signal) : IWriteTransactions
{
    public async Task<IWriteTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        var db = await databases.CreateDbContextAsync(cancellationToken);
        try
        {
            return new Begun(db, await engine.BeginWriteAsync(db, cancellationToken), signal);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    private sealed class Begun(AgencyDb db, WriteTransaction transaction, FeedSignal signal) : IWriteTransaction
    {
        public AgencyDb Db => db;

        public async Task CommitAsync(CancellationToken cancellationToken)
        {
            await transaction.CommitAsync(cancellationToken);
            signal.Wake();
        }

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await db.DisposeAsync();
        }
    }
}
