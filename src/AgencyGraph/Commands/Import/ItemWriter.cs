using System.Runtime.InteropServices;
using System.Text.Json;

namespace AgencyGraph.Commands.Import;

/// <summary>Writes the extract's fields as the exchange's, always in the same order, and collects what is wrong with their form.</summary>
internal sealed class ItemWriter(Utf8JsonWriter writer)
{
    private const int FaultsShown = 8;
    private const int NameShown = 60;

    private readonly List<string> faults = [];

    public IEnumerable<string> Faults => faults.Take(FaultsShown);

    public void WriteFields(Shape shape, JsonElement record, string path)
    {
        var values = FieldsOf(shape, record, path);
        string? group = null;
        for (var i = 0; i < shape.Fields.Count; i++)
        {
            var field = shape.Fields[i];
            if (field.Group != group)
            {
                if (group is not null)
                    writer.WriteEndObject();
                if (field.Group is not null)
                    writer.WriteStartObject(field.Group);
                group = field.Group;
            }

            WriteField(field, values[i], $"{path}{field.Name}");
        }
    }

    private JsonElement?[] FieldsOf(Shape shape, JsonElement record, string path)
    {
        var values = new JsonElement?[shape.Fields.Count];
        foreach (var property in record.EnumerateObject())
        {
            if (Surrogates.HasHalf(JsonMarshal.GetRawUtf8PropertyName(property)))
            {
                faults.Add($"{path}: a field's name holds half a character");
                continue;
            }

            var name = property.Name;
            var index = shape.IndexOf(name);
            if (index < 0)
                faults.Add($"{path}{(name.Length > NameShown ? name[..NameShown] + "…" : name)}: no field of the extract");
            else if (values[index] is not null)
                faults.Add($"{path}{name}: stands twice");
            else
                values[index] = property.Value;
        }

        return values;
    }

    private void WriteField(Field field, JsonElement? value, string path)
    {
        if (value is null && field.IsRequired)
            faults.Add($"{path}: is missing");
        else if (value is null && field.Kind == FieldKind.Truth)
            writer.WriteBoolean(field.Target, false);
        else if (value is { ValueKind: not JsonValueKind.Null } || (value is not null && !field.MayBeNull))
        {
            writer.WritePropertyName(field.Target);
            WriteValue(field, value.Value, path);
        }
    }

    private void WriteValue(Field field, JsonElement value, string path)
    {
        switch (field.Kind)
        {
            case FieldKind.Text when value.ValueKind == JsonValueKind.String:
                WriteText(value, path);
                break;
            case FieldKind.Whole when value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number):
                writer.WriteNumberValue(number);
                break;
            case FieldKind.Truth or FieldKind.Answer when value.ValueKind is JsonValueKind.True or JsonValueKind.False:
                writer.WriteBooleanValue(value.GetBoolean());
                break;
            case FieldKind.Record when value.ValueKind == JsonValueKind.Object:
                WriteRecord(field, value, path);
                break;
            case FieldKind.RecordList or FieldKind.TextList when value.ValueKind == JsonValueKind.Array:
                WriteList(field, value, path);
                break;
            default:
                Mistake(field.Expected, value, path);
                break;
        }
    }

    private void WriteText(JsonElement value, string path)
    {
        if (Surrogates.HasHalf(JsonMarshal.GetRawUtf8Value(value)))
            faults.Add($"{path}: holds half a character (an unpaired surrogate)");
        else
            writer.WriteStringValue(value.GetString());
    }

    private void WriteRecord(Field field, JsonElement value, string path)
    {
        writer.WriteStartObject();
        WriteFields(field.Of!, value, $"{path}."); // A record always says what it is made of.
        writer.WriteEndObject();
    }

    private void WriteList(Field field, JsonElement list, string path)
    {
        writer.WriteStartArray();
        var each = field with { Kind = field.Kind == FieldKind.TextList ? FieldKind.Text : FieldKind.Record };
        var index = 0;
        foreach (var value in list.EnumerateArray())
            WriteValue(each, value, $"{path}[{index++}]");
        writer.WriteEndArray();
    }

    private void Mistake(string expected, JsonElement value, string path)
    {
        var found = value.ValueKind switch
        {
            JsonValueKind.Null => "null",
            JsonValueKind.String => "text",
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "true or false",
            JsonValueKind.Array => "a list",
            _ => "an object",
        };
        faults.Add($"{path}: is {found}, must be {expected}");
    }
}
