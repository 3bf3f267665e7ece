using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AgencyGraph.Storage.Sqlite;

/// <summary>
/// A statement prepared on one connection, bound and stepped without the driver, whose command, parameters and reader cost more than
/// SQLite itself takes for a row.
/// </summary>
internal sealed class RawStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public RawStatement(sqlite3 database, string text)
    {
        this.database = database;
        Check(raw.sqlite3_prepare_v2(database, text, out statement));
    }

    public sqlite3_stmt Handle => statement;

    /// <summary>Where a named parameter stands.</summary>
    public int PlaceOf(string parameter)
        => raw.sqlite3_bind_parameter_index(statement, parameter) is > 0 and var place ? place
            : throw new InvalidOperationException($"A statement has no parameter {parameter}.");

    /// <param name="place">From 1.</param>
    public void Bind(int place, object? value) => Check(value switch
    {
        null or DBNull => raw.sqlite3_bind_null(statement, place),
        string text => raw.sqlite3_bind_text(statement, place, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        bool truth => raw.sqlite3_bind_int64(statement, place, truth ? 1 : 0),
        DateOnly date => raw.sqlite3_bind_text(statement, place, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"No column is kept as {value.GetType().Name}."),
    });

    /// <returns>Whether there is a row.</returns>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(result, database);
        return result == raw.SQLITE_ROW;
    }

    /// <summary>Runs it once, whatever it gives.</summary>
    /// <returns>Whether it gave a row.</returns>
    public bool Run()
    {
        try
        {
            return Step();
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>So that it can be bound anew and holds no snapshot.</summary>
    public void Reset() => _ = raw.sqlite3_reset(statement);

    public void Dispose() => statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, database);
    }
}
