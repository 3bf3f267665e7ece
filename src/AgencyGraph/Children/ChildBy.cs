using System.ComponentModel;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>Finds one child.</summary>
[OneOf]
public sealed record ChildBy
{
    [Description("Its node id.")]
    public ChildId? Id { get; init; }

    [Description("Its NHS number.")]
    public NhsNumber? NhsNumber { get; init; }

    [Description("Its unique pupil number.")]
    public Upn? Upn { get; init; }

    [Description("An agency's own reference for it.")]
    public LocalChildReference? Local { get; init; }
}
