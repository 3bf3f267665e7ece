using AgencyGraph.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace AgencyGraph.Contract.Plans.Sqlite;

/// <summary>An open connection with the statements that were prepared on it.</summary>
internal sealed class PreparedConnection(SqliteConnection connection) : IDisposable
{
    private const int MaxPrepared = 1_000;

    private readonly Dictionary<SqlLevel, PreparedStatement> prepared = [];
    private readonly RawStatement begin = new(connection.Handle!, "BEGIN DEFERRED");
    private readonly RawStatement commit = new(connection.Handle!, "COMMIT");

    /// <param name="needsSnapshot">Of all that follows; it is taken with the first statement.</param>
    public void Begin(bool needsSnapshot)
    {
        // Here, and not when one more is prepared: a run's own statements must live until its end.
        if (prepared.Count > MaxPrepared)
            Forget();
        if (needsSnapshot)
            _ = begin.Run();
    }

    public void End(bool hasSnapshot)
    {
        if (hasSnapshot)
            _ = commit.Run();
    }

    public PreparedStatement Prepared(SqlLevel level)
    {
        if (!prepared.TryGetValue(level, out var statement))
            prepared[level] = statement = new PreparedStatement(connection.Handle!, level);
        return statement;
    }

    public void Dispose()
    {
        Forget();
        begin.Dispose();
        commit.Dispose();
        connection.Dispose();
    }

    private void Forget()
    {
        foreach (var statement in prepared.Values)
            statement.Dispose();
        prepared.Clear();
    }
}
