using System.ComponentModel;
using AgencyGraph.Feed;

namespace AgencyGraph.Receipts;

/// <summary>An acknowledgement, as it comes in.</summary>
[Description("That the caller has received and processed everything up to a cursor.")]
public sealed record AcknowledgeUpdatesInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [Description(
        "The cursor of the last update that is processed. It covers what was sent on the stream that it comes from, and on those before it of which "
            + "each was resumed after the former; nothing that happened before the first of them began, nor what the caller was not shown. A "
            + "`feedPosition` covers nothing. An older one than is acknowledged already does not move the position back.")]
    public required CursorText Cursor { get; init; }
}
