using System.ComponentModel;

namespace AgencyGraph.BreakGlass;

/// <summary>The opening of a child in an emergency, as it comes in.</summary>
[Description(
    "The opening of one child whom you may not see otherwise, in an emergency and for at most four hours. The council that answers for the child is told "
        + "at once and reviews it. A child who is unknown, restricted or not the only one found is refused with one answer; that it was tried is kept.")]
public sealed record BreakGlassInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [Description("Which child.")]
    public required BreakGlassBy By { get; init; }

    [Description("For which kind of reason.")]
    public required BreakGlassReason ReasonCode { get; init; }

    [Description("Why, in your own words, 1 to 1,000 characters. The council that answers for the child reads it.")]
    public required string Reason { get; init; }
}
