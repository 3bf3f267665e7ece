using System.Text.Json;

namespace AgencyGraph.Contract.Plans;

/// <summary>One selected field of the object at an operation's root.</summary>
internal abstract record RootPart
{
    public abstract void Write(Utf8JsonWriter json, PlanRun run);
}

/// <summary>The same in every answer: a type's name, or the marker of a slot that each stream fills.</summary>
internal sealed record FixedPart(JsonEncodedText Name, string Text) : RootPart
{
    public override void Write(Utf8JsonWriter json, PlanRun run) => json.WriteString(Name, Text);
}
