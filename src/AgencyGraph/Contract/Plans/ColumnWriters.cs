using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Storage;

namespace AgencyGraph.Contract.Plans;

internal delegate void ColumnWriter(Utf8JsonWriter json, PlanRow row, int column);

/// <summary>From a column to the JSON that the engine's scalars make of the same value.</summary>
internal static class ColumnWriters
{
    private const int IdBytes = 17;
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'";

    /// <exception cref="PlanDeclinedException">Plans do not write values of this type.</exception>
    public static ColumnWriter For(ScalarDeclaration field)
    {
        var type = Nullable.GetUnderlyingType(field.Value.ReturnType) ?? field.Value.ReturnType;
        if (field.IdTag is { } tag)
            return (json, row, column) => WriteId(json, row, column, tag);
        if (type == typeof(string) || type.IsEnum || Implements(type, typeof(ICode<>)))
            return (json, row, column) => row.WriteText(json, column);
        if (type == typeof(DateOnly))
            return WriteDate;
        if (type == typeof(DateTime))
            return WriteInstant;
        if (type == typeof(bool))
            return (json, row, column) => json.WriteBooleanValue(row.Truth(column));
        if (type == typeof(int))
            return (json, row, column) => json.WriteNumberValue(row.Number(column));
        return type == typeof(IReadOnlyList<string>) ? WriteLines : throw new PlanDeclinedException($"A value of type {type.Name}");
    }

    /// <summary>A column's value as the model has it, for the keys of cursors.</summary>
    public static object? Value(PlanRow row, int column, Type type)
    {
        if (row.IsNull(column))
            return null;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(DateTime) ? row.Instant(column)
            : type == typeof(int) ? row.Number(column)
            : type == typeof(bool) ? row.Truth(column)
            : Implements(type, typeof(IRecordId<>)) ? row.Id(column).ToString()
            : row.Text(column);
    }

    private static void WriteId(Utf8JsonWriter json, PlanRow row, int column, char tag)
    {
        Span<byte> id = stackalloc byte[IdBytes];
        Span<byte> text = stackalloc byte[NodeId.Length];
        id[0] = (byte)tag;
        _ = row.Id(column).TryWriteBytes(id[1..], bigEndian: true, out _);
        _ = Base64Url.EncodeToUtf8(id, text);
        json.WriteStringValue(text);
    }

    public static string Text(DateTime instant) => instant.ToString(InstantFormat, CultureInfo.InvariantCulture);

    private static void WriteInstant(Utf8JsonWriter json, PlanRow row, int column)
    {
        Span<byte> text = stackalloc byte[32];
        _ = row.Instant(column).TryFormat(text, out var length, InstantFormat, CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }

    private static void WriteDate(Utf8JsonWriter json, PlanRow row, int column)
    {
        Span<byte> text = stackalloc byte[16];
        _ = row.Date(column).TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }

    private static void WriteLines(Utf8JsonWriter json, PlanRow row, int column)
    {
        json.WriteStartArray();
        var text = row.Text(column);
        if (text.Length > 0)
        {
            foreach (var line in text.Split('\n'))
                json.WriteStringValue(line);
        }

        json.WriteEndArray();
    }

    private static bool Implements(Type type, Type open) => type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == open);
}
