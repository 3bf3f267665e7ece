using System.ComponentModel;
using AgencyGraph.Children;

namespace AgencyGraph.Incidents;

/// <summary>
/// What a force says of an incident, whether it records or corrects it. Checked values are strings: each fault is told by itself.
/// </summary>
public abstract record IncidentContent
{
    [Description("DOMESTIC_ABUSE, MISSING_CHILD, CHILD_CONCERN, NEGLECT, PHYSICAL_ABUSE, SEXUAL_OFFENCE or CRIMINAL_EXPLOITATION.")]
    public required string Kind { get; init; }

    [Description("Code of the council where the child lives, for example BUR; it may lie outside the force's area.")]
    public required string Council { get; init; }

    [Description("When it happened: ISO 8601 with offset. occurredAt <= reportedAt <= recordedAt, none after the server's clock.")]
    public required string OccurredAt { get; init; }

    [Description("When the police were told: ISO 8601 with offset.")]
    public required string ReportedAt { get; init; }

    [Description("When the force wrote it in its record system: ISO 8601 with offset.")]
    public required string RecordedAt { get; init; }

    [Description("When the force graded the risk: ISO 8601 with offset, not before it occurred; leave out until it has.")]
    public string? RiskAssessedAt { get; init; }

    [Description("STANDARD, MEDIUM or HIGH.")]
    public required string RiskGrade { get; init; }

    [Description("Assessment factor codes of the children in need census, for example 3A; each at most once, 21 (none) only by itself.")]
    public IReadOnlyList<string>? Factors { get; init; }

    [Description("Whether it is shared with the council, and if not, why.")]
    public required SharingInput Sharing { get; init; }

    [Description("1 to 50 persons, at least one of them a child: under 18 when it occurred, as PRESENT, VICTIM, MISSING or SUBJECT.")]
    public required IReadOnlyList<PersonInput> Persons { get; init; }

    [Description("Where it happened; isSafe keeps it apart from other places.")]
    public AddressInput? Location { get; init; }

    [Description("How it is to be handled by whoever receives it; OFFICIAL without further conditions where it is left out.")]
    public MarkingInput? Marking { get; init; }

    [Description("Free text, up to 20,000 characters.")]
    public string? Narrative { get; init; }
}
