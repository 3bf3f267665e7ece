using System.ComponentModel;
using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Suspensions;

/// <summary>Somebody in one role, as it comes in.</summary>
[Description("A person or system of an agency, in one of its roles.")]
public sealed record HeldRoleInput
{
    [Description("The role.")]
    public required Role Role { get; init; }

    [Description("The agency's code.")]
    public required AgencyCode Agency { get; init; }

    [Description("The person or system, by the subject of its tokens, to the letter.")]
    public required string Subject { get; init; }
}
