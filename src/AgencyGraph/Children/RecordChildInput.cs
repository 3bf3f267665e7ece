using System.ComponentModel;

namespace AgencyGraph.Children;

/// <summary>A council's own record of a child, as it comes in.</summary>
[Description("A council's own record of a child.")]
public sealed record RecordChildInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [Description("The council's own reference for the child: 1 to 40 letters, digits, /, - and full stops; unique within the council.")]
    public required string LocalReference { get; init; }

    [Description("Given name or names, 1 to 100 characters.")]
    public required string GivenName { get; init; }

    [Description("Surname, 1 to 100 characters.")]
    public required string Surname { get; init; }

    [Description("Date of birth, YYYY-MM-DD, not in the future; leave out when it is not known.")]
    public string? BornOn { get; init; }

    [Description("F, M or X; leave out when it is not known.")]
    public string? Sex { get; init; }

    [Description("NHS number: ten digits, the last a check digit (modulo 11).")]
    public string? NhsNumber { get; init; }

    [Description("Unique pupil number: 13 characters, the first a check letter (modulo 23).")]
    public string? Upn { get; init; }

    [Description("Where the child lives; isSafe keeps it apart from usual addresses.")]
    public AddressInput? Address { get; init; }
}
