using System.ComponentModel;

namespace AgencyGraph.Incidents;

/// <summary>The sharing of an incident that was withheld, as it comes in.</summary>
[Description("Shares one of the force's own incidents, until now withheld, with the council where the child lives.")]
public sealed record ShareIncidentInput : IIncidentStep
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [Description("The incident.")]
    public required IncidentBy By { get; init; }

    [Description("The version of the incident that was read.")]
    public required int ExpectedVersion { get; init; }
}
