using System.ComponentModel;
using AgencyGraph.Agencies;
using AgencyGraph.Contract.Declarations;

namespace AgencyGraph.Suspensions;

/// <summary>Names whose access is suspended or restored.</summary>
[OneOf]
[Description("Whose access it is: one of a subject, a client, an agency and a role.")]
public sealed record AccessHolderBy
{
    [Description("A person or system, by the subject of its tokens, to the letter; whatever agency they name.")]
    public string? Subject { get; init; }

    [Description("A program, by its client id at the issuer, to the letter; whoever uses it.")]
    public string? Client { get; init; }

    [Description("Everybody of an agency, its systems included, by its code.")]
    public AgencyCode? Agency { get; init; }

    [Description("A person or system in one role only: what it does in its other roles goes on.")]
    public HeldRoleInput? Role { get; init; }
}
