using AgencyGraph.Ledger;
using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>Renders an entry once for each audience and puts it into the seats. It waits for no stream.</summary>
internal sealed partial class FanOut(LiveStreams streams, UpdateLedger ledger, DatabaseContact contact, TimeProvider clock, ILogger<FanOut> log)
{
    /// <summary>A rendering that takes longer is not waited for: everybody's next update would be. Its streams read for themselves.</summary>
    private static readonly TimeSpan RenderBudget = TimeSpan.FromMilliseconds(50);

    /// <summary>So many streams one after the other go on with what they were offered: dearer than each is to bring it to a thread.</summary>
    private const int SeatsAThread = 64;

    /// <summary>Nobody is offered an entry before it is recorded as disclosed to them. Each is told of as delivered in its turn.</summary>
    public async Task DeliverAsync(
        IReadOnlyList<FeedEntry> entries, long policyEpoch, Sights sights, Action<FeedEntry> delivered, CancellationToken cancellationToken)
    {
        var all = new List<(FeedEntry Entry, IReadOnlyList<Outgoing> Outgoing)>(entries.Count);
        foreach (var entry in entries)
            all.Add((entry, await RenderAllAsync(entry, streams.Advance(entry, sights.Of(entry)), cancellationToken)));
        var isRecorded = await TryRecordAsync([.. all.SelectMany(each => each.Outgoing)], policyEpoch, cancellationToken);
        foreach (var (entry, outgoing) in all)
        {
            foreach (var one in outgoing)
                Depart(one, policyEpoch, isRecorded);
            delivered(entry);
        }
    }

    private async Task<IReadOnlyList<Outgoing>> RenderAllAsync(FeedEntry entry, IReadOnlyList<Showing> showings, CancellationToken cancellationToken)
    {
        var outgoing = new Outgoing[showings.Count];
        if (showings.Count == 1)
            outgoing[0] = await TryRenderAsync(entry, showings[0], cancellationToken);
        else if (showings.Count > 1)
            await Parallel.ForAsync(0, showings.Count, cancellationToken, async (i, cancelled) => outgoing[i] = await TryRenderAsync(entry, showings[i], cancelled));
        return outgoing;
    }

    private async Task<bool> TryRecordAsync(IReadOnlyList<Outgoing> outgoing, long policyEpoch, CancellationToken cancellationToken)
    {
        try
        {
            await ledger.RecordAsync(
                [.. outgoing.Where(one => one.Template is not null).Select(one => one.Disclosed(policyEpoch))],
                cancellationToken);
            return true;
        }
        catch (LedgerUnavailableException)
        {
            // The streams read it from the database, and try for themselves to have it recorded.
            return false;
        }
    }

    private void Depart(Outgoing one, long policyEpoch, bool isRecorded)
    {
        var (entry, showing) = (one.Entry, one.Showing);
        if (one.IsLost || (one.Template is not null && !isRecorded))
            Close(entry, showing, one.IsSlow);
        else if (one.Template is { } template)
            Offer(showing, new Delivery(entry.Position, template, policyEpoch));
    }

    private void Offer(Showing showing, Delivery delivery)
    {
        foreach (var seat in showing.Seats)
        {
            if (!seat.Offer(delivery))
                streams.Leave(seat);
        }

        foreach (var some in showing.Seats.Chunk(SeatsAThread))
            _ = ThreadPool.UnsafeQueueUserWorkItem(static seats => Array.ForEach(seats, seat => seat.Wake()), some, preferLocal: false);
    }

    private async Task<Outgoing> TryRenderAsync(FeedEntry entry, Showing showing, CancellationToken cancellationToken)
    {
        try
        {
            // Not on the pump's own thread: the embedded database answers without yielding and heeds no cancellation.
            var template = await Task.Run(() => RenderAsync(entry, showing, cancellationToken), cancellationToken)
                .WaitAsync(RenderBudget, clock, cancellationToken);
            return new Outgoing(entry, showing, template);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            RenderingTookLong(log, entry.EventId, showing.Seats.Count);
            return new Outgoing(entry, showing, null) { IsLost = true, IsSlow = true };
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            RenderingFailed(log, Fault.Describe(exception), entry.EventId, showing.Seats.Count);
            return new Outgoing(entry, showing, null) { IsLost = true };
        }
    }

    private async Task<UpdateTemplate?> RenderAsync(FeedEntry entry, Showing showing, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(RenderBudget, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var asked = contact.Ask();
        var template = await showing.Renderer.RenderAsync(entry, showing.Viewer, either.Token);
        contact.Answered(asked);
        return template;
    }

    private void Close(FeedEntry entry, Showing showing, bool isSlow)
    {
        foreach (var seat in showing.Seats)
        {
            streams.Leave(seat);
            seat.IsSlow = isSlow;
            seat.Close(entry.Position - 1);
        }
    }

    [LoggerMessage(5010, LogLevel.Error, "Event {EventId} could not be rendered for {Count} streams; they read it from the database: {Cause}")]
    private static partial void RenderingFailed(ILogger log, string cause, Guid eventId, int count);

    [LoggerMessage(5011, LogLevel.Information, "Event {EventId} took too long to render for {Count} streams; they read it from the database.")]
    private static partial void RenderingTookLong(ILogger log, Guid eventId, int count);
}
