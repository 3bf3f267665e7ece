using Microsoft.Data.Sqlite;
using Npgsql;

namespace AgencyGraph.Tests.Support.Writes;

/// <summary>Tests of the write side. A class of them has two inner classes, one a database, in which the tests run.</summary>
public abstract class WriteTests(DatabaseKind kind) : IAsyncLifetime
{
    private WriteBench? bench;

    protected WriteBench Bench => bench ?? throw new InvalidOperationException("The bench is made before the test.");

    /// <summary>The database's own word for a row that is in the way.</summary>
    protected Exception RowInTheWay() => kind is DatabaseKind.Sqlite
        ? new SqliteException("UNIQUE constraint failed", 19)
        : new PostgresException("duplicate key", "ERROR", "ERROR", PostgresErrorCodes.UniqueViolation);

    public async Task InitializeAsync() => bench = await WriteBench.StartAsync(kind);

    public async Task DisposeAsync()
    {
        if (bench is not null)
            await bench.DisposeAsync();
    }
}
