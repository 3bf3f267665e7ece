using System.ComponentModel;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Incidents;

/// <summary>Names one of the force's own incidents: by its id or by its reference.</summary>
[Description("One of the force's own incidents: by exactly one of id and reference.")]
[OneOf]
public sealed record IncidentBy
{
    [NodeId]
    [Description("The incident's id.")]
    public IncidentId? Id { get; init; }

    [Description("The force's own reference, for example GMP/2026/1033218.")]
    public string? Reference { get; init; }
}
