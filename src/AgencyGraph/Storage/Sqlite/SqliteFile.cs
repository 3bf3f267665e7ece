using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace AgencyGraph.Storage.Sqlite;

/// <summary>A database as a file: copied, examined, and put in the place of another.</summary>
public static class SqliteFile
{
    private static readonly string[] Beside = ["-wal", "-shm", "-journal"];

    /// <summary>
    /// Copies one instant of a database, while others read and write it, to a new file that only its owner reads: one file, with nothing
    /// beside it. It is on disk when this returns.
    /// </summary>
    /// <exception cref="SqliteException">The source is no database, or cannot be read.</exception>
    public static void Copy(string from, string to)
    {
        MakeForOwner(to);
        using (var source = Open(from, SqliteOpenMode.ReadOnly))
        using (var target = Open(to, SqliteOpenMode.ReadWrite))
        {
            source.BackupDatabase(target);
            _ = Ask(target, "PRAGMA journal_mode=DELETE");
        }

        using var written = new FileStream(to, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }

    /// <summary>What is wrong with the file, in SQLite's words, which name no record; null when nothing is.</summary>
    public static string? FindDamage(string file)
    {
        try
        {
            using var database = Open(file, SqliteOpenMode.ReadOnly);
            var integrity = Ask(database, "PRAGMA integrity_check(1)");
            return integrity != "ok" ? integrity
                : Ask(database, "SELECT count(*) FROM pragma_foreign_key_check") != "0" ? "a row refers to one that is not there"
                : null;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is SQLITE_CORRUPT or SQLITE_NOTADB)
        {
            return "it is no database, or a broken one";
        }
    }

    /// <summary>
    /// Takes a database out of its journal, so that the file alone is all of it. Whatever has it open prevents that, other programs too.
    /// </summary>
    /// <returns>False while somebody has it open.</returns>
    public static bool TrySettle(string file)
    {
        try
        {
            using var database = Open(file, SqliteOpenMode.ReadWrite);
            return Ask(database, "PRAGMA journal_mode=DELETE") == "delete";
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is SQLITE_BUSY or SQLITE_LOCKED)
        {
            return false;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is SQLITE_CORRUPT or SQLITE_NOTADB)
        {
            // A broken database is a reason to restore; what lies beside it must not be taken for the next one's.
            return true;
        }
    }

    /// <summary>Puts a file in a database's place in one step; the one that stood there is kept under another name.</summary>
    public static void Replace(string database, string by, string keptAs)
    {
        if (!File.Exists(database))
        {
            File.Move(by, database);
            return;
        }

        foreach (var ending in Beside.Where(ending => File.Exists(database + ending)))
            File.Move(database + ending, keptAs + ending);
        File.Replace(by, database, keptAs);
    }

    private static void MakeForOwner(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var made = new FileStream(file, options);
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static string Ask(SqliteConnection database, string statement)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // Constants.
        command.CommandText = statement;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }
}
