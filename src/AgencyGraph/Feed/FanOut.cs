using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>Renders an entry once for each audience and puts it into the seats. It waits for no stream.</summary>
internal sealed partial class FanOut(LiveStreams streams, DatabaseContact contact, TimeProvider clock, ILogger<FanOut> log)
{
    /// <summary>A rendering that takes longer is not waited for: everybody's next update would be. Its streams read for themselves.</summary>
    private static readonly TimeSpan RenderBudget = TimeSpan.FromMilliseconds(50);

    /// <summary>So many streams one after the other go on with what they were offered: dearer than each is to bring it to a thread.</summary>
    private const int SeatsAThread = 64;

    public async Task DeliverAsync(FeedEntry entry, long policyEpoch, Sights sights, CancellationToken cancellationToken)
    {
        var showings = streams.Advance(entry, sights.Of(entry));
        if (showings.Count == 1)
            await ShowAsync(entry, policyEpoch, showings[0], cancellationToken);
        else if (showings.Count > 1)
            await Parallel.ForEachAsync(
                showings, cancellationToken, async (showing, cancelled) => await ShowAsync(entry, policyEpoch, showing, cancelled));
    }

    private async Task ShowAsync(FeedEntry entry, long policyEpoch, Showing showing, CancellationToken cancellationToken)
    {
        var template = await TryRenderAsync(entry, showing, cancellationToken);
        if (template is null)
            return;

        foreach (var seat in showing.Seats)
        {
            if (!seat.Offer(new Delivery(entry.Position, template, policyEpoch)))
                streams.Leave(seat);
        }

        foreach (var some in showing.Seats.Chunk(SeatsAThread))
            _ = ThreadPool.UnsafeQueueUserWorkItem(static seats => Array.ForEach(seats, seat => seat.Wake()), some, preferLocal: false);
    }

    private async Task<UpdateTemplate?> TryRenderAsync(FeedEntry entry, Showing showing, CancellationToken cancellationToken)
    {
        try
        {
            // Not on the pump's own thread: the embedded database answers without yielding and heeds no cancellation.
            return await Task.Run(() => RenderAsync(entry, showing, cancellationToken), cancellationToken)
                .WaitAsync(RenderBudget, clock, cancellationToken);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            RenderingTookLong(log, entry.EventId, showing.Seats.Count);
            Close(entry, showing, isSlow: true);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            RenderingFailed(log, Fault.Describe(exception), entry.EventId, showing.Seats.Count);
            Close(entry, showing, isSlow: false);
        }

        return null;
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
