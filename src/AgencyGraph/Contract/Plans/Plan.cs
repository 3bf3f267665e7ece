using System.Text.Json;

namespace AgencyGraph.Contract.Plans;

/// <summary>An operation compiled for one role: from the request's values straight to the response's bytes.</summary>
/// <param name="maxBytes">How large an answer may be.</param>
internal sealed class Plan(IReadOnlyList<RootPlan> roots, IReadOnlyList<PlanArgument> arguments, int maxBytes)
{
    private const int SpareBytes = 512;
    private const int MostExpected = 64 * 1024;

    private static readonly JsonEncodedText Data = PlanJson.Encode("data");

    /// <summary>As long as the longest so far, within bounds: a buffer that must grow is copied each time.</summary>
    private int likelyLength = 1024;

    public IReadOnlyList<PlanArgument> Arguments => arguments;

    public int MaxBytes => maxBytes;

    /// <summary>The statements of the root; each knows those below it.</summary>
    public IReadOnlyList<SqlLevel> Levels { get; } = [.. roots.SelectMany(root => root.Levels)];

    /// <summary>Whether it asks for records, so that its answer is a disclosure even where it finds none.</summary>
    public bool IsOfRecords { get; } = roots.Any(root => root.Levels.Any(level => level.Ledgered is not null));

    /// <summary>Whether it reads more than once: then all of it must see the same moment.</summary>
    public bool NeedsSnapshot => Levels is not ([] or [{ Lower: [] }]);

    public ReadOnlyMemory<byte> Write(PlanRun run)
    {
        var buffer = new AnswerBuffer(likelyLength, maxBytes);
        using var json = new Utf8JsonWriter(buffer, PlanJson.Options);
        Write(json, run);
        json.Flush();
        likelyLength = Math.Max(likelyLength, Math.Min(buffer.Written.Length + SpareBytes, MostExpected));
        return buffer.Written;
    }

    private void Write(Utf8JsonWriter json, PlanRun run)
    {
        json.WriteStartObject();
        json.WriteStartObject(Data);
        foreach (var root in roots)
        {
            json.WritePropertyName(root.Name);
            root.Write(json, run);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}

/// <summary>One field of the operation's root.</summary>
internal abstract record RootPlan(JsonEncodedText Name)
{
    public virtual IEnumerable<SqlLevel> Levels => [];

    public abstract void Write(Utf8JsonWriter json, PlanRun run);
}

internal sealed record RootTypeName(JsonEncodedText Name) : RootPlan(Name)
{
    private static readonly JsonEncodedText Query = PlanJson.Encode("Query");

    public override void Write(Utf8JsonWriter json, PlanRun run) => json.WriteStringValue(Query);
}

internal sealed record RootRow(JsonEncodedText Name, SqlLevel Level, IReadOnlyList<PlanField> Fields) : RootPlan(Name)
{
    public override IEnumerable<SqlLevel> Levels => [Level];

    public override void Write(Utf8JsonWriter json, PlanRun run)
    {
        using var rows = run.Open(Level, null);
        if (!rows.Read())
        {
            json.WriteNullValue();
            return;
        }

        run.Show(Level, rows.Row);
        PlanField.WriteObject(Fields, json, rows.Row, run);
        if (rows.Read())
            throw new PlanDeclinedException("A lookup that matches several rows");
    }
}

internal sealed record RootPage(JsonEncodedText Name, PlanPage Page) : RootPlan(Name)
{
    public override IEnumerable<SqlLevel> Levels => Page.Total is { } total ? [Page.Level, total] : [Page.Level];

    public override void Write(Utf8JsonWriter json, PlanRun run) => Page.Write(json, null, run);
}
