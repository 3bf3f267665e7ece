using System.Globalization;
using System.Text;
using System.Text.Json;
using AgencyGraph.Storage.Sqlite;
using SQLitePCL;

namespace AgencyGraph.Contract.Plans.Sqlite;

/// <summary>The rows of a statement while it is stepped; text goes as it lies there, in UTF-8.</summary>
internal sealed class SqliteRows(RawStatement statement) : PlanRows
{
    public override PlanRow Row { get; } = new SqliteRow(statement.Handle);

    public override bool Read() => statement.Step();

    public override void Dispose() => statement.Reset();

    private sealed class SqliteRow(sqlite3_stmt statement) : PlanRow
    {
        public override bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

        public override string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, column));

        public override void WriteText(Utf8JsonWriter json, int column) => json.WriteStringValue(raw.sqlite3_column_blob(statement, column));

        public override int Number(int column) => raw.sqlite3_column_int(statement, column);

        public override bool Truth(int column) => raw.sqlite3_column_int64(statement, column) != 0;

        public override DateTime Instant(int column) => DateTime.UnixEpoch.AddMilliseconds(raw.sqlite3_column_int64(statement, column));

        public override DateOnly Date(int column) => DateOnly.Parse(Text(column), CultureInfo.InvariantCulture);

        public override Guid Id(int column) => new(raw.sqlite3_column_blob(statement, column), bigEndian: true);

        public override object Key(int column) => raw.sqlite3_column_type(statement, column) switch
        {
            raw.SQLITE_BLOB => raw.sqlite3_column_blob(statement, column).ToArray(),
            raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, column),
            _ => Text(column),
        };
    }
}
