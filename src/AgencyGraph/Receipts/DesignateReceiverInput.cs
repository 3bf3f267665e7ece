using System.ComponentModel;

namespace AgencyGraph.Receipts;

/// <summary>The designation of a receiver, as it comes in.</summary>
[Description("Which of the caller's agency's systems acknowledges for the agency. It replaces the one before.")]
public sealed record DesignateReceiverInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [Description(
        "The system, by the subject of its tokens, to the letter. It must have acknowledged once; a person's screen cannot be designated.")]
    public required string Consumer { get; init; }
}
