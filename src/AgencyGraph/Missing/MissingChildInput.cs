using System.ComponentModel;
using AgencyGraph.Children;

namespace AgencyGraph.Missing;

/// <summary>A missing child, as the child comes in.</summary>
[Description("The child who is missing: under 18 when last seen.")]
public sealed record MissingChildInput
{
    [Description("Given name or names, 1 to 100 characters.")]
    public required string GivenName { get; init; }

    [Description("Surname, 1 to 100 characters.")]
    public required string Surname { get; init; }

    [Description("Date of birth, YYYY-MM-DD.")]
    public required string BornOn { get; init; }

    [Description("F, M or X; leave out when it is not known.")]
    public string? Sex { get; init; }

    [Description("NHS number: ten digits, the last a check digit (modulo 11).")]
    public string? NhsNumber { get; init; }

    [Description("Unique pupil number: 13 characters, the first a check letter (modulo 23).")]
    public string? Upn { get; init; }

    [Description("Where the child lives; isSafe keeps it apart from usual addresses.")]
    public AddressInput? Address { get; init; }
}
