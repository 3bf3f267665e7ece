using Microsoft.Data.Sqlite;

namespace AgencyGraph.Benchmarks.Region;

/// <summary>Rows into one table by one prepared statement.</summary>
internal sealed class TableInsert : IDisposable
{
    private readonly SqliteCommand command;

    public TableInsert(SqliteConnection connection, string table, params string[] columns)
    {
        command = connection.CreateCommand();
#pragma warning disable CA2100 // Names from this project's own constants.
        command.CommandText = $"INSERT INTO {table} ({string.Join(',', columns)}) VALUES ({string.Join(',', columns.Select(column => "$" + column))})";
#pragma warning restore CA2100
        foreach (var column in columns)
            _ = command.Parameters.Add(new SqliteParameter("$" + column, null));
        command.Prepare();
    }

    public void Add(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        _ = command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();
}
