using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static SQLitePCL.raw;

namespace AgencyGraph.Storage.Sqlite;

/// <summary>The embedded database's ways: one writer at a time, any number of readers beside it.</summary>
internal sealed class SqliteEngine : IStorageEngine, IDisposable
{
    /// <summary>Before 3.51.3 a WAL reset could corrupt the file. https://sqlite.org/releaselog/3_51_3.html.</summary>
    internal static readonly Version OldestSafe = new(3, 51, 3);

    /// <summary>Writers queue here, and go on at once when their turn comes; waiting for SQLite itself they would sleep and look again.</summary>
    private readonly SemaphoreSlim turn = new(1, 1);

    private readonly KeptStatements statements = new();
    private readonly SqliteInserts inserts;

    public SqliteEngine() => inserts = new SqliteInserts(statements);

    public bool HasOneWriter => true;

    public bool IsBeyondANetwork => false;

    public string? TimeQuestion => null;

    public async Task<ReadSnapshot> BeginReadAsync(AgencyDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        // Through EF it would be BEGIN IMMEDIATE, which is a writer's.
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        return await ReadSnapshot.OfBorrowedAsync(db, connection.BeginTransaction(deferred: true), cancellationToken);
    }

    public async Task<WriteTransaction> BeginWriteAsync(AgencyDb db, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return new WriteTransaction(await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken), turn);
        }
        catch
        {
            _ = turn.Release();
            throw;
        }
    }

    public ValueTask<bool> ExistsAsync(AgencyDb db, string statement, IReadOnlyList<object> values, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var prepared = statements.On((SqliteConnection)db.Database.GetDbConnection(), statement);
        for (var i = 0; i < values.Count; i++)
            prepared.Bind(i + 1, values[i]);
        return ValueTask.FromResult(prepared.Run());
    }

    public Task InsertAsync(AgencyDb db, CancellationToken cancellationToken)
    {
        // SQLite has no asynchronous calls.
        cancellationToken.ThrowIfCancellationRequested();
        inserts.Run(db);
        return Task.CompletedTask;
    }

    public Task MigrateAsync(AgencyDb db, CancellationToken cancellationToken) => SqliteMigration.RunAsync(db, cancellationToken);

    public async Task CheckAsync(AgencyDb db, CancellationToken cancellationToken)
    {
        var version = Version.Parse(await db.ReadSettingAsync("SELECT sqlite_version()", cancellationToken));
        UnsuitableDatabaseException.ThrowIfOlder("SQLite", version, OldestSafe);
        await RequireAsync(db, "journal_mode", "wal", cancellationToken);
        await RequireAsync(db, "synchronous", "2", cancellationToken);
        await RequireAsync(db, "foreign_keys", "1", cancellationToken);
        await RequireAsync(db, "busy_timeout", "5000", cancellationToken);
    }

    /// <summary>
    /// Knowing nothing, SQLite takes any indexed column for a rare one, and reads all that a force ever recorded to find one incident by
    /// its id. All tables, and not only those that this connection has read; a few hundred rows of an index are enough. What has not
    /// changed much is not looked at again.
    /// </summary>
    public async Task RefreshStatisticsAsync(AgencyDb db, CancellationToken cancellationToken)
    {
        await using var write = await BeginWriteAsync(db, cancellationToken);
        _ = await db.Database.ExecuteSqlRawAsync("PRAGMA analysis_limit=400; PRAGMA optimize=0x10002;", cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    public bool IsUniqueViolation(DbUpdateException exception)
        => exception.InnerException is SqliteException
        {
            SqliteExtendedErrorCode: SQLITE_CONSTRAINT_UNIQUE or SQLITE_CONSTRAINT_PRIMARYKEY
        };

    // https://www.sqlite.org/rescode.html
    public StorageFault FaultOf(Exception exception)
    {
        var causes = exception.Causes().ToList();
        if (causes.OfType<DbUpdateConcurrencyException>().Any())
            return StorageFault.Constraint;
        return causes.OfType<SqliteException>().FirstOrDefault()?.SqliteErrorCode switch
        {
            SQLITE_CONSTRAINT => StorageFault.Constraint,
            SQLITE_BUSY or SQLITE_LOCKED or SQLITE_NOMEM or SQLITE_READONLY or SQLITE_IOERR or SQLITE_CORRUPT or SQLITE_FULL or SQLITE_CANTOPEN
                or SQLITE_PROTOCOL or SQLITE_NOTADB => StorageFault.Unavailable,
            _ => StorageFault.None,
        };
    }

    public void Dispose()
    {
        statements.Dispose();
        turn.Dispose();
    }

    private static async Task RequireAsync(AgencyDb db, string pragma, string expected, CancellationToken cancellationToken)
        => UnsuitableDatabaseException.ThrowIfNot(
            "SQLite", pragma, expected, await db.ReadSettingAsync($"PRAGMA {pragma}", cancellationToken));
}
