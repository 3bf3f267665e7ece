using System.ComponentModel;

namespace AgencyGraph.Incidents;

/// <summary>The withholding of an incident, as it comes in.</summary>
[Description("Withholds one of the force's own incidents from the council. Children Act 2004 s.16LA(3): where sharing would harm the child more.")]
public sealed record WithholdIncidentInput : IIncidentStep
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [Description("The incident.")]
    public required IncidentBy By { get; init; }

    [Description("The version of the incident that was read.")]
    public required int ExpectedVersion { get; init; }

    [Description("Why it is withheld, 1 to 1,000 characters.")]
    public required string Reason { get; init; }

    [Description("When the decision is looked at again, YYYY-MM-DD, not in the past; leave out where no date is set.")]
    public string? ReviewOn { get; init; }
}
