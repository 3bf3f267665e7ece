using System.ComponentModel;
using AgencyGraph.Agencies;

namespace AgencyGraph.Contract.Basics;

/// <summary>Narrows a list of agencies.</summary>
public sealed record AgencyFilter
{
    [Description("Only agencies of this kind.")]
    public AgencyKind? Kind { get; init; }
}
