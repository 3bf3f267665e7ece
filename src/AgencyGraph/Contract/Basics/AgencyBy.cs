using System.ComponentModel;
using AgencyGraph.Agencies;
using AgencyGraph.Contract.Declarations;

namespace AgencyGraph.Contract.Basics;

/// <summary>Finds one agency.</summary>
[OneOf]
public sealed record AgencyBy
{
    [Description("Its code: `BUR`, `greater-manchester`.")]
    public AgencyCode? Code { get; init; }
}
