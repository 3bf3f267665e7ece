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

    public TResult Use<TState, TResult>(TState state, Func<PreparedConnection, TState, TResult> work)
    {
        var connection = idle.TryTake(out var rested) ? rested : Open();
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

    /// <summary>A burst may open more; they are not kept.</summary>
    private void Keep(PreparedConnection connection)
    {
        if (idle.Count < MostIdle)
            idle.Add(connection);
        else
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
