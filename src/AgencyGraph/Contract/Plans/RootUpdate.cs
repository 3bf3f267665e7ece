using System.Text.Json;
using AgencyGraph.Feed;

namespace AgencyGraph.Contract.Plans;

/// <summary>The one field of a subscription, for one kind of update. Its run's arguments are the record's id and the entry.</summary>
internal sealed record RootUpdate(JsonEncodedText Name, IReadOnlyList<RootPart> Parts) : RootPlan(Name)
{
    public const int RecordId = 0;
    public const int Entry = 1;

    public override IEnumerable<SqlLevel> Levels => Parts.OfType<RecordPart>().SelectMany(part => part.Row.Levels);

    public override void Write(Utf8JsonWriter json, PlanRun run)
    {
        json.WriteStartObject();
        foreach (var part in Parts)
            part.Write(json, run);
        json.WriteEndObject();
    }

    public static FeedEntry EntryOf(PlanRun run) => (FeedEntry)run.Arguments[Entry]!;
}

internal sealed record EventIdPart(JsonEncodedText Name, char Tag) : RootPart
{
    public override void Write(Utf8JsonWriter json, PlanRun run) => json.WriteString(Name, NodeId.Encode(Tag, RootUpdate.EntryOf(run).EventId));
}

internal sealed record InstantPart(JsonEncodedText Name, Func<FeedEntry, DateTime> Instant) : RootPart
{
    public override void Write(Utf8JsonWriter json, PlanRun run) => json.WriteString(Name, ColumnWriters.Text(Instant(RootUpdate.EntryOf(run))));
}

internal sealed record EntryTextPart(JsonEncodedText Name, Func<FeedEntry, string> Text) : RootPart
{
    public override void Write(Utf8JsonWriter json, PlanRun run) => json.WriteString(Name, Text(RootUpdate.EntryOf(run)));
}

/// <summary>The record as the viewer may see it now. Where they may not, the update is not shown at all.</summary>
/// <param name="IsSelected">False for one that is read only to learn whether it may be seen.</param>
internal sealed record RecordPart(RootRow Row, bool IsSelected) : RootPart
{
    public override void Write(Utf8JsonWriter json, PlanRun run)
    {
        using var rows = run.Open(Row.Level, null);
        if (!rows.Read())
            run.IsHidden = true;
        else
            WriteSeen(json, rows.Row, run);
    }

    private void WriteSeen(Utf8JsonWriter json, PlanRow row, PlanRun run)
    {
        run.Show(Row.Level, row); // That something happened to it is told, whatever is selected.
        if (!IsSelected)
            return;
        json.WritePropertyName(Row.Name);
        PlanField.WriteObject(Row.Fields, json, row, run);
    }
}
