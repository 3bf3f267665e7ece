using System.ComponentModel;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Children;

/// <summary>The handing over of a child to another council, as it comes in.</summary>
[Description(
    "The handing over of a child from the responsible council to another. The allocation to a worker ends. The former council keeps what it "
        + "wrote itself and what was sent to it.")]
public sealed record TransferResponsibilityInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The child's id.")]
    public required string Child { get; init; }

    [Description("The code of the council that becomes responsible.")]
    public required string To { get; init; }

    [Description("Why, 1 to 1,000 characters.")]
    public required string Reason { get; init; }
}
