using System.ComponentModel;
using AgencyGraph.Children;

namespace AgencyGraph.Missing;

/// <summary>
/// What a force says of a missing child, whether it reports or corrects it. Checked values are strings: each fault is told by itself.
/// </summary>
public abstract record MissingContent
{
    [Description("The child; one for each episode.")]
    public required MissingChildInput Child { get; init; }

    [Description("Code of the council where the child lives, for example BUR; it may lie outside the force's area.")]
    public required string Council { get; init; }

    [Description("MISSING, or AWAY_WITHOUT_AUTHORISATION for a looked-after child whose whereabouts are known.")]
    public required string Type { get; init; }

    [Description("NO_APPARENT_RISK, LOW, MEDIUM or HIGH.")]
    public required string Risk { get; init; }

    [Description("When the child was last seen: ISO 8601 with offset. startedAt <= reportedAt <= recordedAt, none after the server's clock.")]
    public required string StartedAt { get; init; }

    [Description("When the police were told: ISO 8601 with offset.")]
    public required string ReportedAt { get; init; }

    [Description("When the force wrote it in its record system: ISO 8601 with offset.")]
    public required string RecordedAt { get; init; }

    [Description("Whether the child is looked after, as far as the force knows. The council's own word stands before it.")]
    public bool? LookedAfter { get; init; }

    [Description("Whether the child is on a child protection plan, as far as the force knows. The council's own word stands before it.")]
    public bool? OnPlan { get; init; }

    [Description("From where the child went missing; isSafe keeps it apart from other places.")]
    public AddressInput? MissingFrom { get; init; }

    [Description("In what circumstances, in the force's words, up to 10,000 characters.")]
    public string? Circumstances { get; init; }

    [Description("That the child was found, where the force knows it already; left out, the child is missing still.")]
    public FoundInput? Found { get; init; }
}
