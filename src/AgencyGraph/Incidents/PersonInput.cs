using System.ComponentModel;
using AgencyGraph.Children;

namespace AgencyGraph.Incidents;

/// <summary>A person in an incident, as the person comes in.</summary>
[Description("A person in an incident. Under 18 when it occurred and PRESENT, VICTIM, MISSING or SUBJECT: a child. Otherwise recorded as an adult.")]
public sealed record PersonInput
{
    [Description("PRESENT, VICTIM, MISSING, SUBJECT, PARENT, ALLEGED_PERPETRATOR or INFORMANT (at most one).")]
    public required string Role { get; init; }

    [Description("Given name or names, 1 to 100 characters; an anonymous informant may have none.")]
    public string? GivenName { get; init; }

    [Description("Surname, 1 to 100 characters; an anonymous informant may have none.")]
    public string? Surname { get; init; }

    [Description("Date of birth, YYYY-MM-DD. Needed for PRESENT, VICTIM, MISSING and SUBJECT: it tells whether the person is a child.")]
    public string? BornOn { get; init; }

    [Description("F, M or X; leave out when it is not known.")]
    public string? Sex { get; init; }

    [Description("NHS number: ten digits, the last a check digit (modulo 11). Checked for everyone, kept for children only.")]
    public string? NhsNumber { get; init; }

    [Description("Unique pupil number: 13 characters, the first a check letter (modulo 23). Checked for everyone, kept for children only.")]
    public string? Upn { get; init; }

    [Description("Where the person lives; isSafe keeps it apart from usual addresses. An informant's is not kept.")]
    public AddressInput? Address { get; init; }

    [Description("The child's own words, up to 2,000 characters; for a child only.")]
    public string? Voice { get; init; }

    [Description("Whether an informant asked to stay anonymous; for an INFORMANT only.")]
    public bool IsAnonymous { get; init; }
}
