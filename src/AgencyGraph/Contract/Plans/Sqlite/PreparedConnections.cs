using System.Collections.Concurrent;
using AgencyGraph.Storage;
using AgencyGraph.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace AgencyGraph.Contract.Plans.Sqlite;

/// <summary>A small pool of open connections to the embedded database, each with its prepared statements.</summary>
internal sealed class PreparedConnections(StorageOptions options) : IDisposable
{
    private static readonly int MostIdle = Environment.ProcessorCount * 4;

    private readonly ConcurrentBag<PreparedConnection> idle = [];

    /// <summary>How many are idle, or about to be: the bag itself stops everybody to count.</summary>
    private int idleCount;

    public TResult Use<TState, TResult>(TState state, Func<PreparedConnection, TState, TResult> work)
    {
        var connection = Take() ?? Open();
        try
        {
            var result = work(connection, state);
            Keep(connection);
            return result;
        }
        catch
        {
            // It may be inside a transaction still.
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var connection))
            connection.Dispose();
    }

    private PreparedConnection? Take()
    {
        if (!idle.TryTake(out var rested))
            return null;
        _ = Interlocked.Decrement(ref idleCount);
        return rested;
    }

    /// <summary>A burst may open more; they are not kept.</summary>
    private void Keep(PreparedConnection connection)
    {
        if (Interlocked.Increment(ref idleCount) <= MostIdle)
        {
            idle.Add(connection);
            return;
        }

        _ = Interlocked.Decrement(ref idleCount);
        connection.Dispose();
    }

    private PreparedConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.GetFullPath(options.SqliteFile),
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ConnectionString);
        connection.Open();
        SqlitePragmas.Apply(connection);
        return new PreparedConnection(connection);
    }
}
