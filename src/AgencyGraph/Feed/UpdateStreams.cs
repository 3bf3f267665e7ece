using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>
/// Opens streams of updates: without gap, without repetition, in the order of commits, and only what the caller may see.
/// </summary>
public sealed class UpdateStreams
{
    private readonly FeedReader reader;
    private readonly StreamSource source;
    private readonly WrittenFrames written;
    private readonly TimeProvider clock;
    private CursorSeal? seal;

    internal UpdateStreams(FeedReader reader, StreamSource source, WrittenFrames written, TimeProvider clock)
    {
        this.reader = reader;
        this.source = source;
        this.written = written;
        this.clock = clock;
    }

    /// <summary>Where the feed stands now. Asked for first, so that what commits while a subscription is still being examined is not missed.</summary>
    public Task<FeedHead> BeginAsync(CancellationToken cancellationToken) => reader.ReadStartAsync(cancellationToken);

    /// <summary>
    /// Once this has answered, nothing that commits is missed, however late the frames are first asked for. The frames end when
    /// <paramref name="cancellationToken"/>, or the one given with their enumeration, is cancelled, and with the exception of an update
    /// that can never be rendered (<see cref="IUpdateRenderer.IsFinal"/>).
    /// </summary>
    public async Task<OpenedStream> OpenAsync(StreamRequest request, CancellationToken cancellationToken)
        => Open(request, await BeginAsync(cancellationToken), cancellationToken);

    /// <param name="head">From <see cref="BeginAsync"/>: without a cursor, the stream tells what committed after it.</param>
    public OpenedStream Open(StreamRequest request, FeedHead head, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(head);
        var filter = request.Filter ?? new StreamFilter(request.Kinds, request.Children);
        var start = new Cursor(head.Epoch, head.Head, Cursor.ConsumerOf(request.Caller), filter.Fingerprint).BeginningAt(clock.UtcInstant());
        var cursors = SealOf(head);

        if (request.After is not null)
        {
            if (!cursors.TryOpen(request.After, out var after) || after.Consumer != start.Consumer || after.Filter != start.Filter)
                return OpenedStream.Refused(StreamRefusal.CursorInvalid);

            // A genuine cursor beyond the head: the history that it points into was cut off.
            if (after.Epoch != head.Epoch || after.Position > head.Head)
                return OpenedStream.Refused(StreamRefusal.CursorEpochChanged);
            if (after.Position < head.PurgedUpTo)
                return OpenedStream.Refused(StreamRefusal.CursorExpired);

            start = after with { Stamp = 0 };
        }

        return new OpenedStream(new UpdateFrames(source, written, request, filter, start, cursors, cancellationToken), null);
    }

    /// <summary>The cursor after which a stream of this caller's, narrowed so, tells what came after <paramref name="place"/>. Nothing was sent on the way to it.</summary>
    /// <param name="place">A position at or before the head.</param>
    public CursorText PositionAt(FeedHead head, long place, Caller caller, IReadOnlyList<UpdateKind>? kinds, IReadOnlyList<ChildId>? children)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(caller);
        var filter = new StreamFilter(kinds, children);
        var position = new Cursor(head.Epoch, place, Cursor.ConsumerOf(caller), filter.Fingerprint);
        var now = clock.UtcInstant();
        return new CursorText(SealOf(head).Seal(position.BeginningAt(now).At(now)));
    }

    private CursorSeal SealOf(FeedHead head)
    {
        if (seal is not { } known || !known.IsOf(head.CursorKey))
            seal = known = new CursorSeal(head.CursorKey);
        return known;
    }
}
