using System.Text.Json;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Plans;

/// <summary>Writes one value of the response from the row in hand.</summary>
internal abstract class PlanNode
{
    public abstract void Write(Utf8JsonWriter json, PlanRow row, PlanRun run);
}

/// <summary>A named value.</summary>
internal sealed record PlanField(JsonEncodedText Name, PlanNode Node)
{
    public static void WriteObject(IReadOnlyList<PlanField> fields, Utf8JsonWriter json, PlanRow row, PlanRun run)
    {
        json.WriteStartObject();
        foreach (var field in fields)
        {
            json.WritePropertyName(field.Name);
            field.Node.Write(json, row, run);
        }

        json.WriteEndObject();
    }
}

internal sealed class NullNode : PlanNode
{
    public static NullNode Instance { get; } = new();

    public override void Write(Utf8JsonWriter json, PlanRow row, PlanRun run) => json.WriteNullValue();
}

internal sealed class TextNode(string text) : PlanNode
{
    private readonly JsonEncodedText encoded = PlanJson.Encode(text);

    public override void Write(Utf8JsonWriter json, PlanRow row, PlanRun run) => json.WriteStringValue(encoded);
}

internal sealed class ScalarNode(int column, Detail detail, ColumnWriter writer) : PlanNode
{
    public override void Write(Utf8JsonWriter json, PlanRow row, PlanRun run)
    {
        if (row.IsNull(column))
        {
            json.WriteNullValue();
            return;
        }

        run.Tell(detail);
        writer(json, row, column);
    }
}

internal sealed class ObjectNode(int? presence, Detail detail, IReadOnlyList<PlanField> fields) : PlanNode
{
    public override void Write(Utf8JsonWriter json, PlanRow row, PlanRun run)
    {
        if (presence is { } column && (row.IsNull(column) || !row.Truth(column)))
        {
            json.WriteNullValue();
            return;
        }

        run.Tell(detail);
        PlanField.WriteObject(fields, json, row, run);
    }
}

internal sealed class WithheldNode(IReadOnlyList<(int Column, Withheld Marker)> markers) : PlanNode
{
    public required IReadOnlyList<(JsonEncodedText Name, bool IsField)> Fields { get; init; }

    public override void Write(Utf8JsonWriter json, PlanRow row, PlanRun run)
    {
        json.WriteStartArray();
        foreach (var (column, marker) in markers)
        {
            if (row.IsNull(column) || !row.Truth(column))
                continue;
            json.WriteStartObject();
            foreach (var (name, isField) in Fields)
                json.WriteString(name, isField ? marker.Field : Storage.EnumNames.NameOf(marker.Reason));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>What stands below a key of the row in hand: the first row, all rows, or a page.</summary>
internal sealed class LowerNode(int keyColumn, SqlLevel level, LevelShape shape, Detail detail, IReadOnlyList<PlanField> fields) : PlanNode
{
    public override void Write(Utf8JsonWriter json, PlanRow row, PlanRun run)
    {
        if (row.IsNull(keyColumn))
        {
            json.WriteNullValue();
            return;
        }

        using var rows = run.Open(level, row.Key(keyColumn));
        if (shape == LevelShape.One)
        {
            if (rows.Read())
                WriteRow(json, rows.Row, run);
            else
                json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        while (rows.Read())
            WriteRow(json, rows.Row, run);
        json.WriteEndArray();
    }

    private void WriteRow(Utf8JsonWriter json, PlanRow row, PlanRun run)
    {
        run.Show(level, row);
        run.Tell(detail);
        PlanField.WriteObject(fields, json, row, run);
    }
}

internal sealed class PageNode(int keyColumn, Detail detail, PlanPage page) : PlanNode
{
    public override void Write(Utf8JsonWriter json, PlanRow row, PlanRun run)
    {
        if (row.IsNull(keyColumn))
            json.WriteNullValue();
        else
            page.Write(json, row.Key(keyColumn), run, detail);
    }
}
