using System.Text.Json;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Plans;

/// <summary>A page of a connection: its rows are written as they are read, and what is said of the page after them.</summary>
internal sealed class PlanPage
{
    public required SqlLevel Level { get; init; }

    public SqlLevel? Total { get; init; }

    public required int Size { get; init; }

    public required bool HasAfter { get; init; }

    public required CursorPlace Place { get; init; }

    /// <summary>Where the order's keys stand in a row.</summary>
    public required IReadOnlyList<int> CursorColumns { get; init; }

    public required IReadOnlyList<PagePart> Parts { get; init; }

    /// <param name="detail">Of the field that leads here.</param>
    public void Write(Utf8JsonWriter json, object? key, PlanRun run, Detail detail = Detail.Open)
    {
        var progress = new PageProgress { Detail = detail, NeedsCursors = Parts.Any(part => part is PageInfoPart { NeedsCursors: true }) };
        json.WriteStartObject();
        foreach (var part in Parts)
        {
            json.WritePropertyName(part.Name);
            part.Write(this, progress, json, key, run);
        }

        json.WriteEndObject();
    }

    internal void WriteRows(PageProgress progress, Action<PlanRow> row, Utf8JsonWriter json, object? key, PlanRun run)
    {
        json.WriteStartArray();
        using var rows = run.Open(Level, key);
        var count = 0;
        while (rows.Read())
        {
            if (count++ == Size)
            {
                progress.HasMore = true;
                break;
            }

            if (progress.NeedsCursors)
            {
                progress.Last = Keys(rows.Row);
                progress.First ??= progress.Last;
            }

            run.Show(Level, rows.Row);
            if (Level.Ledgered?.Id is not null)
                run.Tell(progress.Detail);
            row(rows.Row);
        }

        json.WriteEndArray();
    }

    internal object?[] Keys(PlanRow row)
    {
        var keys = new object?[CursorColumns.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = ColumnWriters.Value(row, CursorColumns[i], Place.Keys[i]);
        return keys;
    }
}

/// <summary>What is known of a page while it is written.</summary>
internal sealed class PageProgress
{
    public bool NeedsCursors { get; init; }

    public Detail Detail { get; init; }

    public bool HasMore { get; set; }

    public object?[]? First { get; set; }

    public object?[]? Last { get; set; }
}

/// <summary>One selected field of a page.</summary>
internal abstract record PagePart(JsonEncodedText Name)
{
    public abstract void Write(PlanPage page, PageProgress progress, Utf8JsonWriter json, object? key, PlanRun run);
}

internal sealed record NodesPart(JsonEncodedText Name, IReadOnlyList<PlanField> Fields) : PagePart(Name)
{
    public override void Write(PlanPage page, PageProgress progress, Utf8JsonWriter json, object? key, PlanRun run)
        => page.WriteRows(progress, row => PlanField.WriteObject(Fields, json, row, run), json, key, run);
}

/// <param name="Fields">Each a cursor (null) or a node with its fields.</param>
internal sealed record EdgesPart(JsonEncodedText Name, IReadOnlyList<EdgeField> Fields) : PagePart(Name)
{
    public override void Write(PlanPage page, PageProgress progress, Utf8JsonWriter json, object? key, PlanRun run)
        => page.WriteRows(progress, row => WriteEdge(page, json, row, run), json, key, run);

    private void WriteEdge(PlanPage page, Utf8JsonWriter json, PlanRow row, PlanRun run)
    {
        json.WriteStartObject();
        foreach (var field in Fields)
        {
            json.WritePropertyName(field.Name);
            if (field.Node is { } node)
                PlanField.WriteObject(node, json, row, run);
            else if (field.TypeName is { } typeName)
                json.WriteStringValue(typeName);
            else
                json.WriteStringValue(run.Seal(page.Keys(row), page.Place));
        }

        json.WriteEndObject();
    }
}

internal sealed record EdgeField(JsonEncodedText Name, IReadOnlyList<PlanField>? Node, string? TypeName);

internal sealed record TotalPart(JsonEncodedText Name) : PagePart(Name)
{
    public override void Write(PlanPage page, PageProgress progress, Utf8JsonWriter json, object? key, PlanRun run)
    {
        using var rows = run.Open(page.Total!, key);
        run.Count(page.Total!);
        json.WriteNumberValue(rows.Read() ? rows.Row.Number(page.Total!.CountColumn) : 0);
    }
}

internal sealed record TypeNamePart(JsonEncodedText Name, string TypeName) : PagePart(Name)
{
    public override void Write(PlanPage page, PageProgress progress, Utf8JsonWriter json, object? key, PlanRun run) => json.WriteStringValue(TypeName);
}

/// <param name="Fields">The page's information, by what is asked.</param>
internal sealed record PageInfoPart(JsonEncodedText Name, IReadOnlyList<(JsonEncodedText Name, string Asked)> Fields) : PagePart(Name)
{
    public bool NeedsCursors { get; } = Fields.Any(field => field.Asked is "startCursor" or "endCursor");

    public override void Write(PlanPage page, PageProgress progress, Utf8JsonWriter json, object? key, PlanRun run)
    {
        json.WriteStartObject();
        foreach (var (name, asked) in Fields)
        {
            json.WritePropertyName(name);
            switch (asked)
            {
                case "hasNextPage":
                    json.WriteBooleanValue(progress.HasMore);
                    break;
                case "hasPreviousPage":
                    json.WriteBooleanValue(page.HasAfter);
                    break;
                case "startCursor":
                    WriteCursor(progress.First);
                    break;
                case "endCursor":
                    WriteCursor(progress.Last);
                    break;
                default:
                    json.WriteStringValue("PageInfo");
                    break;
            }
        }

        json.WriteEndObject();

        void WriteCursor(object?[]? keys)
        {
            if (keys is null)
                json.WriteNullValue();
            else
                json.WriteStringValue(run.Seal(keys, page.Place));
        }
    }
}
