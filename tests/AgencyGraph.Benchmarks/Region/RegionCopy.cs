using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace AgencyGraph.Benchmarks.Region;

/// <summary>The region's rows, from their SQLite file into a PostgreSQL database with the same tables.</summary>
internal static class RegionCopy
{
    private const string Columns = """
        SELECT table_name, column_name, data_type FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_%' ORDER BY table_name, ordinal_position
        """;

    public static async Task CopyAsync(string file, string connectionString)
    {
        await using var from = new SqliteConnection(RegionFile.ConnectionString(file, SqliteOpenMode.ReadOnly));
        await from.OpenAsync();
        await using var to = new NpgsqlConnection(connectionString);
        await to.OpenAsync();
        var tables = await TablesAsync(to);
        // The rows are whole, in whatever order they come: no row is checked against another.
        await RunAsync(to, "SET session_replication_role = replica");
        await RunAsync(to, $"TRUNCATE {string.Join(", ", tables.Keys.Select(Quote))}");
        foreach (var (table, columns) in tables)
            await CopyAsync(from, to, table, columns);
        await RunAsync(to, "ANALYZE");
    }

    private static async Task CopyAsync(SqliteConnection from, NpgsqlConnection to, string table, List<(string Name, string Type)> columns)
    {
        var names = string.Join(", ", columns.Select(column => Quote(column.Name)));
        await using var select = from.CreateCommand();
#pragma warning disable CA2100 // Names of the product's own tables.
        select.CommandText = $"SELECT {names} FROM {Quote(table)}";
#pragma warning restore CA2100
        await using var rows = await select.ExecuteReaderAsync();
        await using var copy = await to.BeginBinaryImportAsync($"COPY {Quote(table)} ({names}) FROM STDIN (FORMAT BINARY)");
        while (await rows.ReadAsync())
        {
            await copy.StartRowAsync();
            for (var i = 0; i < columns.Count; i++)
            {
                if (rows.IsDBNull(i))
                    await copy.WriteNullAsync();
                else
                    await WriteAsync(copy, rows, i, columns[i].Type);
            }
        }

        _ = await copy.CompleteAsync();
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, SqliteDataReader rows, int column, string type) => type switch
    {
        "uuid" => copy.WriteAsync(new Guid(rows.GetFieldValue<byte[]>(column), bigEndian: true), NpgsqlDbType.Uuid),
        "bytea" => copy.WriteAsync(rows.GetFieldValue<byte[]>(column), NpgsqlDbType.Bytea),
        "boolean" => copy.WriteAsync(rows.GetInt64(column) != 0, NpgsqlDbType.Boolean),
        "integer" => copy.WriteAsync(rows.GetInt32(column), NpgsqlDbType.Integer),
        "bigint" => copy.WriteAsync(rows.GetInt64(column), NpgsqlDbType.Bigint),
        "date" => copy.WriteAsync(DateOnly.Parse(rows.GetString(column), CultureInfo.InvariantCulture), NpgsqlDbType.Date),
        "timestamp with time zone" => copy.WriteAsync(DateTime.UnixEpoch.AddMilliseconds(rows.GetInt64(column)), NpgsqlDbType.TimestampTz),
        "text" or "character varying" => copy.WriteAsync(rows.GetString(column), NpgsqlDbType.Text),
        _ => throw new InvalidOperationException($"A column of type {type} is not copied yet."),
    };

    private static async Task<Dictionary<string, List<(string Name, string Type)>>> TablesAsync(NpgsqlConnection to)
    {
        await using var command = new NpgsqlCommand(Columns, to);
        await using var rows = await command.ExecuteReaderAsync();
        var tables = new Dictionary<string, List<(string, string)>>();
        while (await rows.ReadAsync())
        {
            var table = rows.GetString(0);
            if (!tables.TryGetValue(table, out var columns))
                tables[table] = columns = [];
            columns.Add((rows.GetString(1), rows.GetString(2)));
        }

        return tables;
    }

    private static async Task RunAsync(NpgsqlConnection to, string sql)
    {
#pragma warning disable CA2100 // Constants, and names of the product's own tables.
        await using var command = new NpgsqlCommand(sql, to) { CommandTimeout = 300 };
#pragma warning restore CA2100
        _ = await command.ExecuteNonQueryAsync();
    }

    private static string Quote(string name) => $"\"{name}\"";
}
