using System.Collections.Concurrent;
using System.Text.Json;
using AgencyGraph.Feed;
using AgencyGraph.Ledger;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Feed;

/// <summary>Stands in for the engine: writes the record's id and as whom it was rendered.</summary>
internal sealed class PlainRenderer(SlotMarkers markers) : IUpdateRenderer
{
    private readonly ConcurrentQueue<Caller> viewers = new();

    public IReadOnlyCollection<Caller> Viewers => viewers;

    /// <summary>Today's policy, where it is narrower than the labels.</summary>
    public Func<FeedEntry, Caller, bool> Shows { get; set; } = (entry, viewer) => true;

    /// <summary>What makes an update large.</summary>
    public string Padding { get; set; } = "";

    public async ValueTask<UpdateTemplate?> RenderAsync(FeedEntry entry, Caller viewer, CancellationToken cancellationToken)
    {
        viewers.Enqueue(viewer);
        await Task.Yield();
        return Shows(entry, viewer) ? Write(entry, viewer) : null;
    }

    public ValueTask<UpdateTemplate> RenderBookmarkAsync(CancellationToken cancellationToken) => new(UpdateTemplate.Parse(
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            RecordId = Guid.Empty,
            EventId = markers.Id,
            Viewer = "",
            markers.Sequence,
            markers.Cursor,
            markers.PreviousCursor,
        }),
        markers,
        contents: null));

    public BookmarkWords WordsOf(Guid bookmarkId, DateTime at) => new(bookmarkId.ToString(), at.ToString("O"));

    public Exception Ending(StreamEnd end) => new EndedByFeedException(end);

    public bool IsFinal(Exception exception) => exception is NotSupportedException;

    private UpdateTemplate Write(FeedEntry entry, Caller viewer) => UpdateTemplate.Parse(
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            entry.RecordId,
            entry.EventId,
            Viewer = viewer.WorkerHolder,
            Sequence = markers.Sequence,
            markers.Cursor,
            markers.PreviousCursor,
            Padding,
        }),
        markers,
        new Contents([new ShownRecord(entry.RecordKind, entry.RecordId, entry.RecordVersion)], [], 0, "", new byte[32]));
}
