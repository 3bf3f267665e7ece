using System.ComponentModel;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Children;

/// <summary>The allocation of a child to a social worker, as it comes in.</summary>
[Description("The allocation of a child to a social worker of the responsible council. It ends the former allocation.")]
public sealed record AllocateWorkerInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The child's id.")]
    public required string Child { get; init; }

    [Description("The social worker, by the subject of the worker's own sign-in, to the letter; another's than the caller's own.")]
    public required string Worker { get; init; }
}
