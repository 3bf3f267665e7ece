using System.ComponentModel;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.BreakGlass;

/// <summary>The review of a break-glass, as it comes in.</summary>
[Description("The verdict of the council that answers for the child. A suspension that waited for it is lifted; what a verdict of NOT_JUSTIFIED leads to is for the agencies.")]
public sealed record ReviewBreakGlassInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The id of the break-glass.")]
    public required string Glass { get; init; }

    [Description("The version of it that was read.")]
    public required int ExpectedVersion { get; init; }

    [Description("Whether the child was rightly opened.")]
    public required BreakGlassVerdict Verdict { get; init; }

    [Description("Why, 1 to 2,000 characters. Whoever opened the child reads it.")]
    public required string Note { get; init; }
}
