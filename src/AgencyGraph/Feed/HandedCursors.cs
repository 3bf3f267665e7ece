using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>
/// Opens cursors that consumers hand back. That one opens is the proof that the exchange came so far with this consumer, by streams that began at
/// <see cref="Cursor.From"/>, or because it asked: nobody else can seal.
/// </summary>
internal sealed class HandedCursors
{
    private CursorSeal? seal;

    /// <summary>The cursor; or why it is none of this consumer's, or of this history.</summary>
    public async Task<(Cursor? Cursor, StreamRefusal? Refusal)> OpenAsync(
        AgencyDb db, Caller caller, CursorText text, CancellationToken cancellationToken)
    {
        var head = await FeedHeads.ReadAsync(db, cancellationToken);
        if (!SealOf(head).TryOpen(text.Value, out var cursor) || cursor.Consumer != Cursor.ConsumerOf(caller))
            return (null, StreamRefusal.CursorInvalid);

        // A genuine cursor beyond the head: the history that it points into was cut off.
        return cursor.Epoch != head.Epoch || cursor.Position > head.Head ? (null, StreamRefusal.CursorEpochChanged) : (cursor, null);
    }

    private CursorSeal SealOf(FeedHead head)
    {
        if (seal is not { } known || !known.IsOf(head.CursorKey))
            seal = known = new CursorSeal(head.CursorKey);
        return known;
    }
}
