using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AgencyGraph.Storage.Sqlite;

/// <summary>Statements that stay prepared as long as their connection is open, whoever has it from the driver's pool.</summary>
internal sealed class KeptStatements : IDisposable
{
    private readonly ConditionalWeakTable<sqlite3, Dictionary<string, RawStatement>> connections = [];

    /// <summary>The statement on a connection, which one uses at a time.</summary>
    public RawStatement On(SqliteConnection connection, string text)
    {
        var database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        var statements = connections.GetValue(database, static _ => new(StringComparer.Ordinal));
        if (!statements.TryGetValue(text, out var statement))
            statements[text] = statement = new RawStatement(database, text);
        return statement;
    }

    /// <summary>A connection that closes with statements on it would leave its journal behind.</summary>
    public void Dispose()
    {
        foreach (var (_, statements) in connections)
        {
            foreach (var statement in statements.Values)
                statement.Dispose();
        }

        connections.Clear();
    }
}
