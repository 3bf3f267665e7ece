using System.ComponentModel;
using AgencyGraph.Children;
using AgencyGraph.Contract.Declarations;

namespace AgencyGraph.BreakGlass;

/// <summary>By what the child is sought whom nothing shows to the caller: exactly one of them.</summary>
[OneOf]
[Description("The child by what the caller knows of them: exactly one of an NHS number, a unique pupil number and a person.")]
public sealed record BreakGlassBy
{
    [Description("The NHS number.")]
    public NhsNumber? NhsNumber { get; init; }

    [Description("The unique pupil number.")]
    public Upn? Upn { get; init; }

    [Description("Name, date of birth and postcode together, as some agency recorded them.")]
    public SoughtPerson? Person { get; init; }
}
