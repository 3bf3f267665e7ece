using System.Text.Json;
using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Visibility;
using Npgsql;

namespace AgencyGraph.Contract.Plans.Postgres;

/// <summary>A run on PostgreSQL: every level is read whole, from the top down, and then written.</summary>
internal sealed class PostgresRun(Caller caller, object?[] arguments, PageSeal seal, ShownRecords shown, int maxBytes)
    : PlanRun(caller, arguments, seal, shown)
{
    private static readonly object Root = new();

    private const int LeastRowBytes = 4;

    private readonly Dictionary<SqlLevel, ILookup<object, object[]>> read = [];
    private long readBytes;

    /// <summary>Reads a level for the keys of the rows above, and those below it.</summary>
    public async Task ReadAsync(SqlLevel level, IReadOnlyCollection<object>? keys, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var rows = keys is { Count: 0 } ? [] : await RowsAsync(level, keys, connection, cancellationToken);
        read[level] = rows.ToLookup(row => level.KeyColumn is { } column ? row[column] : Root);
        foreach (var (keyColumn, lower) in level.Lower)
        {
            var below = rows.Select(row => row[keyColumn]).Where(key => key is not DBNull).Distinct().ToArray();
            await ReadAsync(lower, below, connection, cancellationToken);
        }
    }

    public override PlanRows Open(SqlLevel level, object? key) => new BufferedRows(read[level][key ?? Root]);

    private async Task<List<object[]>> RowsAsync(
        SqlLevel level, IReadOnlyCollection<object>? keys, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(level.Sql, connection);
        foreach (var parameter in level.Parameters)
            _ = command.Parameters.Add(new NpgsqlParameter(parameter.Name, parameter.Leaf is PlanLeaf.Key ? Typed(keys!) : Value(parameter.Leaf, null) ?? DBNull.Value));

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<object[]>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = new object[reader.FieldCount];
            _ = reader.GetValues(row);
            Count(row);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>All is read before anything is written: what cannot become an answer is not read to its end.</summary>
    private void Count(object[] row)
    {
        readBytes += LeastRowBytes;
        foreach (var value in row)
            readBytes += (value as string)?.Length ?? 0;
        if (readBytes > maxBytes)
            throw AnswerBuffer.TooLarge(maxBytes);
    }

    private static Array Typed(IReadOnlyCollection<object> keys)
    {
        var typed = Array.CreateInstance(keys.First().GetType(), keys.Count);
        var i = 0;
        foreach (var key in keys)
            typed.SetValue(key, i++);
        return typed;
    }
}

internal sealed class BufferedRows(IEnumerable<object[]> rows) : PlanRows
{
    private readonly IEnumerator<object[]> enumerator = rows.GetEnumerator();
    private readonly BufferedRow row = new();

    public override PlanRow Row => row;

    public override bool Read()
    {
        var isThere = enumerator.MoveNext();
        row.Values = isThere ? enumerator.Current : [];
        return isThere;
    }

    public override void Dispose() => enumerator.Dispose();
}

internal sealed class BufferedRow : PlanRow
{
    public object[] Values { get; set; } = [];

    public override bool IsNull(int column) => Values[column] is DBNull;

    public override string Text(int column) => (string)Values[column];

    public override void WriteText(Utf8JsonWriter json, int column) => json.WriteStringValue(Text(column));

    public override int Number(int column) => Convert.ToInt32(Values[column], System.Globalization.CultureInfo.InvariantCulture);

    public override bool Truth(int column) => (bool)Values[column];

    public override DateTime Instant(int column) => (DateTime)Values[column];

    public override DateOnly Date(int column) => Values[column] is DateOnly date ? date : DateOnly.FromDateTime((DateTime)Values[column]);

    public override Guid Id(int column) => (Guid)Values[column];

    public override object Key(int column) => Values[column];
}
