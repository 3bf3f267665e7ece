using System.ComponentModel;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Conflicts;

/// <summary>A conflict of interest, as it comes in.</summary>
[Description(
    "That a worker of your own agency is linked to a party of a child's case: from then on nothing about the child is shown to the worker, "
        + "in any role, and what was shown is withdrawn.")]
public sealed record DeclareConflictInput : IConflictInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The child's id. An administrator is given it by whoever knows the child, and is shown nothing by it.")]
    public required string Child { get; init; }

    [Description("The worker, by the subject of the worker's own sign-in, to the letter; another's than the caller's own.")]
    public required string Worker { get; init; }

    [Description("Why, 1 to 1,000 characters. It names no child and no party.")]
    public required string Reason { get; init; }
}
