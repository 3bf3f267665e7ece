using AgencyGraph.Storage;

namespace AgencyGraph.Contract.Writes;

/// <summary>Begins transactions that write. On SQLite one at a time (<c>BEGIN IMMEDIATE</c>), on PostgreSQL <c>READ COMMITTED</c>.</summary>
public interface IWriteTransactions
{
    Task<IWriteTransaction> BeginAsync(CancellationToken cancellationToken);
}

/// <summary>A transaction that writes, with a database context of its own. Disposed without a commit, it has changed nothing.</summary>
public interface IWriteTransaction : IAsyncDisposable
{
    /// <summary>Enlisted in the transaction (<c>Database.CurrentTransaction</c>), so that savepoints can be set in it.</summary>
    AgencyDb Db { get; }

    Task CommitAsync(CancellationToken cancellationToken);
}
