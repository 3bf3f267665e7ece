using System.Data.Common;
using AgencyGraph.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace AgencyGraph.Ledger.Store;

/// <summary>The embedded ledger: a file of its own, beside the records'.</summary>
internal sealed class SqliteLedgerFile(string file) : ILedgerConnections
{
    private readonly string connectionString
        = new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(file), DefaultTimeout = 5 }.ConnectionString;

    public LedgerDialect Dialect => LedgerDialect.Sqlite;

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            SqlitePragmas.Apply(connection);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Where it is, for a database file.</summary>
    public static string Beside(string databaseFile) => Path.ChangeExtension(Path.GetFullPath(databaseFile), ".ledger.db");
}
