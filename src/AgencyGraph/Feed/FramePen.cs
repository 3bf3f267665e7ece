namespace AgencyGraph.Feed;

/// <summary>
/// Writes one stream's frames: numbered, each with its own cursor and the one before it. No object but a part of its stream, for thousands wait at
/// the same time.
/// </summary>
/// <param name="start">Where the stream begins.</param>
/// <param name="after">The cursor that it was resumed after; null where it was not.</param>
/// <param name="now">By the machine's pace.</param>
internal struct FramePen(Cursor start, CursorSeal cursors, string? after, long now)
{
    private string? previous = after;
    private long sequence;
    private long wroteAt = now;

    /// <summary>When it last wrote. May be asked while it writes.</summary>
    public long WroteAt => Volatile.Read(ref wroteAt);

    public UpdateFrame Write(Delivery delivery, long at)
    {
        var cursor = cursors.Seal(start with { Position = delivery.Position });
        return Written(delivery.Template.Fill(++sequence, cursor, previous), cursor, at);
    }

    /// <param name="upTo">Where the stream stands; nothing that it is to be shown lies before.</param>
    /// <param name="instant">What the bookmark says, and its cursor with it.</param>
    public UpdateFrame Mark(UpdateTemplate bookmark, long upTo, DateTime instant, Func<Guid, DateTime, BookmarkWords> words, long at)
    {
        var cursor = cursors.Seal((start with { Position = upTo }).At(instant));
        return Written(bookmark.Fill(++sequence, cursor, previous, words(Guid.CreateVersion7(), instant)), cursor, at);
    }

    private UpdateFrame Written(ReadOnlyMemory<byte> payload, string cursor, long at)
    {
        previous = cursor;
        Volatile.Write(ref wroteAt, at);
        return new UpdateFrame(payload, cursor);
    }
}
