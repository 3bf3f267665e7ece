using System.ComponentModel;

namespace AgencyGraph.BreakGlass;

/// <summary>A child as somebody describes them who has no number of theirs.</summary>
[Description("A child by name, date of birth and postcode: all of them, as one record has them. Upper and lower case are alike.")]
public sealed record SoughtPerson
{
    [Description("Given name or names.")]
    public required string GivenName { get; init; }

    [Description("Surname.")]
    public required string Surname { get; init; }

    [Description("Date of birth.")]
    public required DateOnly BornOn { get; init; }

    [Description("The postcode of the usual address, like BL9 0SW.")]
    public required string Postcode { get; init; }
}
