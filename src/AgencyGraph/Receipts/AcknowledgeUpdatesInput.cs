using System.ComponentModel;
using AgencyGraph.Feed;

namespace AgencyGraph.Receipts;

/// <summary>An acknowledgement, as it comes in.</summary>
[Description("That the caller has received and processed everything up to a cursor.")]
public sealed record AcknowledgeUpdatesInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [Description("The cursor of the last update that is processed. An older one than is acknowledged already changes nothing.")]
    public required CursorText Cursor { get; init; }
}
