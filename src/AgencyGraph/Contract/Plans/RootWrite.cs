using System.Text.Json;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Storage;

namespace AgencyGraph.Contract.Plans;

/// <summary>The one field of a mutation that had its effect. Its run's arguments are the record's id and the outcome.</summary>
internal sealed record RootWrite(JsonEncodedText Name, IReadOnlyList<RootPart> Parts) : RootPlan(Name)
{
    public const int RecordId = 0;
    public const int Outcome = 1;

    public override IEnumerable<SqlLevel> Levels => Parts.OfType<WrittenPart>().SelectMany(part => part.Row.Levels);

    public override void Write(Utf8JsonWriter json, PlanRun run)
    {
        json.WriteStartObject();
        foreach (var part in Parts)
            part.Write(json, run);
        json.WriteEndObject();
    }
}

internal sealed record OutcomePart(JsonEncodedText Name) : RootPart
{
    public override void Write(Utf8JsonWriter json, PlanRun run)
        => json.WriteString(Name, EnumNames.NameOf(((Outcome)run.Arguments[RootWrite.Outcome]!).Kind));
}

/// <summary>What had its effect was not refused.</summary>
internal sealed record NoErrorsPart(JsonEncodedText Name) : RootPart
{
    public override void Write(Utf8JsonWriter json, PlanRun run)
    {
        json.WriteStartArray(Name);
        json.WriteEndArray();
    }
}

/// <summary>The record as its writer may see it now.</summary>
internal sealed record WrittenPart(RootRow Row) : RootPart
{
    public override void Write(Utf8JsonWriter json, PlanRun run)
    {
        json.WritePropertyName(Row.Name);
        Row.Write(json, run);
    }
}
