using System.ComponentModel;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Retention;

/// <summary>A controller's decision on a record at the end of its time, as it comes in.</summary>
[Description("Your agency's decision on a record of its own that has come to the end of its time.")]
public sealed record DecideRetentionInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The review's id.")]
    public required string Review { get; init; }

    [Description("The version of the review that was read.")]
    public required int ExpectedVersion { get; init; }

    [Description(
        "KEEP, or ERASE: the record is deleted with all that belongs to it, at once and for good, and everybody who could see it is told. Where it was the last "
            + "that anybody held of a child, the child goes with it.")]
    public required string Verdict { get; init; }

    [Description("Until when it is kept, YYYY-MM-DD, after today; then it is looked at again. For KEEP, and only there.")]
    public string? KeepUntil { get; init; }

    [Description("Why, 1 to 1,000 characters. It stays when the record is erased: it names nobody.")]
    public required string Reason { get; init; }
}
