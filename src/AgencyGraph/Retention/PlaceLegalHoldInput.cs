using System.ComponentModel;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Retention;

/// <summary>A legal hold, as it comes in.</summary>
[Description(
    "That a child, or one record, must not be erased, because an inquiry or a court may ask for it. While the hold stands neither it nor any record of a "
        + "child under it is erased, whoever answers for it.")]
public sealed record PlaceLegalHoldInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The id of the child, the record of a child, the incident, the referral or the missing episode, which you must see.")]
    public required string Record { get; init; }

    [Description("Why, 1 to 1,000 characters.")]
    public required string Reason { get; init; }
}
