using System.ComponentModel;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Missing;

/// <summary>What a council says of a missing child's status, as it comes in.</summary>
[Description("Whether a missing child was looked after or on a child protection plan at the time, in the council's own word.")]
public sealed record StatePlanStatusInput : ICouncilStep
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The episode's id.")]
    public required string Episode { get; init; }

    [Description("The version of the episode that was read.")]
    public required int ExpectedVersion { get; init; }

    [Description("Whether the child was looked after.")]
    public required bool LookedAfter { get; init; }

    [Description("Whether the child was on a child protection plan.")]
    public required bool OnPlan { get; init; }
}
