using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AgencyGraph.Benchmarks.Machine;
using Microsoft.Data.Sqlite;

namespace AgencyGraph.Benchmarks.Region;

/// <summary>The invented region's database: made once for a schema, a seed and a size, and copied for each run.</summary>
internal static class RegionFile
{
    private const string Store = "region";

    /// <returns>A file that is the run's own.</returns>
    public static async Task<string> PutAsync(ScratchFolder folder, RegionSize size, string program)
    {
        await using (var server = await ServerProcess.StartAsync(folder, Store, isPostgres: false, program))
        {
            // Its tables are all that is wanted of it.
        }

        var file = folder.File(Store + ".db");
        var cached = CachedFor(file, size);
        if (!File.Exists(cached))
            Make(file, size, cached);
        File.Copy(cached, file, overwrite: true);
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        return file;
    }

    public static string ConnectionString(string file, SqliteOpenMode mode)
        => new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString;

    private static string CachedFor(string file, RegionSize size)
    {
        using var connection = new SqliteConnection(ConnectionString(file, SqliteOpenMode.ReadWrite));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_master ORDER BY name)";
        var schema = SHA256.HashData(Encoding.UTF8.GetBytes((string)command.ExecuteScalar()!));
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "agencygraph-bench-region"));
        return Path.Combine(folder.FullName, string.Create(
            CultureInfo.InvariantCulture, $"{RegionSize.Seed}-{size.Children}-{Convert.ToHexStringLower(schema.AsSpan(0, 8))}.db"));
    }

    private static void Make(string file, RegionSize size, string cached)
    {
        Console.Error.WriteLine($"  making {cached}");
        using (var connection = new SqliteConnection(ConnectionString(file, SqliteOpenMode.ReadWrite)))
        {
            connection.Open();
            // What is broken off is thrown away, so that nothing needs to be undone or to last; a million children are 4 GB.
            Run(connection, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-2000000; PRAGMA foreign_keys=OFF");
            new InventedRegion(connection, size).Write();
            // As the server lets the database look how its rows lie: the limit is to know it from its first statement.
            Run(connection, "ANALYZE");
            Run(connection, "PRAGMA journal_mode=WAL");
        }

        var half = $"{cached}.{Environment.ProcessId}";
        File.Copy(file, half);
        File.Move(half, cached, overwrite: true);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        _ = command.ExecuteNonQuery();
    }
}
