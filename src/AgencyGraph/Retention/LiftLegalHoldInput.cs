using System.ComponentModel;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Retention;

/// <summary>The end of a legal hold, as it comes in.</summary>
[Description("That a legal hold of your agency stands no longer. Another one on the same child or record goes on.")]
public sealed record LiftLegalHoldInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The hold's id.")]
    public required string Hold { get; init; }

    [Description("The version of the hold that was read.")]
    public required int ExpectedVersion { get; init; }

    [Description("Why, 1 to 1,000 characters.")]
    public required string Reason { get; init; }
}
