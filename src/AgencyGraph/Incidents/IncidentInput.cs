using System.ComponentModel;

namespace AgencyGraph.Incidents;

/// <summary>An incident as a force's record system sends it, first recorded or corrected.</summary>
[Description("An incident with a child in it, as a force recorded it.")]
public sealed record IncidentInput : IncidentContent
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [Description("The force's reference, PREFIX/year/number, for example GMP/2026/1033218; unique within the force.")]
    public required string Reference { get; init; }

    [Description("1 as first recorded; n > 1 is a correction, whole, of revision n - 1.")]
    public int Revision { get; init; } = 1;

    [Description("Why it is corrected, up to 1,000 characters; needed above revision 1.")]
    public string? CorrectionReason { get; init; }
}
