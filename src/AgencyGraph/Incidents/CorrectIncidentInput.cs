using System.ComponentModel;

namespace AgencyGraph.Incidents;

/// <summary>A correction of an incident, whole, as it comes in.</summary>
[Description("A correction of one of the force's own incidents: the whole of it anew.")]
public sealed record CorrectIncidentInput : IncidentContent, IIncidentStep
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [Description("The incident.")]
    public required IncidentBy By { get; init; }

    [Description("The version of the incident that was read.")]
    public required int ExpectedVersion { get; init; }

    [Description("Why it is corrected, 1 to 1,000 characters.")]
    public required string Reason { get; init; }
}
