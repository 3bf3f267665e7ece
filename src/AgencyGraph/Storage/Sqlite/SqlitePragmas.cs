using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AgencyGraph.Storage.Sqlite;

/// <summary>Sets, on every connection as it opens, what SQLite forgets between connections.</summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>
    /// FULL: in WAL mode the default would lose what was last confirmed when the power fails. Waits are in milliseconds. What a savepoint
    /// may have to undo is kept in memory: in files it was most of what a write put on the disk. A group of writes changes about a
    /// thousand pages, so that at the default of as many each commit would also copy them back.
    /// </summary>
    public const string Text = """
        PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;
        PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=8000;
        """;

    private const string ReadOnlyText = "PRAGMA busy_timeout=5000;";

    public static void Apply(DbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var command = connection.CreateCommand();
        SetText(command);
        _ = command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    // SQLite has no asynchronous calls; the driver's would only pretend.
    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private static void SetText(DbCommand command)
    {
        // EF looks for the file through a read-only connection, which cannot switch the journal.
        var isReadOnly = new SqliteConnectionStringBuilder(command.Connection?.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
#pragma warning disable CA2100 // Two constants.
        command.CommandText = isReadOnly ? ReadOnlyText : Text;
#pragma warning restore CA2100
    }
}
