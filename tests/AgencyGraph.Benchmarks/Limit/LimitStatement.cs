using System.Buffers.Text;
using System.Text.Json;
using SQLitePCL;

namespace AgencyGraph.Benchmarks.Limit;

/// <summary>A statement that was prepared once, bound and stepped without a driver between.</summary>
internal sealed class LimitStatement : IDisposable
{
    private readonly sqlite3_stmt statement;

    public LimitStatement(sqlite3 database, string sql)
        => Check(raw.sqlite3_prepare_v2(database, sql, out statement));

    public void Bind(ReadOnlySpan<byte> child, ReadOnlySpan<byte> council)
    {
        if (child.Length > 0)
            Check(raw.sqlite3_bind_blob(statement, 1, child));
        Check(raw.sqlite3_bind_text(statement, 2, council));
    }

    public bool Step() => raw.sqlite3_step(statement) == raw.SQLITE_ROW;

    public void Reset() => _ = raw.sqlite3_reset(statement);

    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(statement, column);

    public void WriteText(Utf8JsonWriter json, JsonEncodedText name, int column)
    {
        var text = raw.sqlite3_column_blob(statement, column);
        if (text.IsEmpty && raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL)
            json.WriteNull(name);
        else
            json.WriteString(name, text);
    }

    public DateTime Instant(int column) => DateTime.UnixEpoch.AddMilliseconds(raw.sqlite3_column_int64(statement, column));

    public void WriteId(Utf8JsonWriter json, JsonEncodedText name, char tag, int column)
    {
        Span<byte> id = stackalloc byte[17];
        Span<byte> text = stackalloc byte[23];
        id[0] = (byte)tag;
        raw.sqlite3_column_blob(statement, column).CopyTo(id[1..]);
        _ = Base64Url.EncodeToUtf8(id, text);
        json.WriteString(name, text);
    }

    public void Dispose() => statement.Dispose();

    private static void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            throw new InvalidOperationException($"SQLite answered {result}.");
    }
}
