using System.Runtime.CompilerServices;
using AgencyGraph.Upkeep;
using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>
/// What a stream reads for itself from the database, page by page, judged by today's policy. It outlasts an outage: an entry that
/// cannot be read or rendered is tried again and never skipped; the stream ends where trying again is of no use.
/// </summary>
internal sealed partial class Past(
    FeedReader reader, LiveStreams live, DatabaseContact contact, StreamRequest request, StreamFilter filter, ILogger log)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Everything up to here was told, or is not for this stream.</summary>
    public required long Position { get; set; }

    /// <summary>Whether the last page brought nothing.</summary>
    public bool IsAtEnd { get; private set; }

    public async IAsyncEnumerable<Delivery> ReadPageAsync(long upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (page, sights) = await OutlastAsync(ReadAsync, cancellationToken);
        IsAtEnd = page.Entries.Count == 0;
        if (IsAtEnd && page.HoleAt is { } hole)
        {
            if ((await OutlastAsync(reader.ReadHeadAsync, cancellationToken)).PurgedUpTo > Position)
                throw request.Renderer.Ending(StreamEnd.CursorExpired);
            HoleFound(log, hole);
        }

        foreach (var entry in page.Entries.TakeWhile(entry => entry.Position <= upTo))
        {
            if (live.PolicyEpoch > page.PolicyEpoch)
                yield break; // What the page was read with holds no longer: the rest is read again.
            var template = await OutlastAsync(cancelled => RenderAsync(entry, sights, cancelled).AsTask(), cancellationToken);
            Position = entry.Position;
            if (template is not null)
                yield return new Delivery(entry.Position, template, page.PolicyEpoch);
        }
    }

    private async Task<(FeedPage Page, Sights Sights)> ReadAsync(CancellationToken cancellationToken)
    {
        var page = await reader.ReadPageAsync(Position, cancellationToken);
        return (page, await reader.ReadSightsAsync(page.Entries.Where(filter.MayPass), cancellationToken));
    }

    private async ValueTask<UpdateTemplate?> RenderAsync(FeedEntry entry, Sights sights, CancellationToken cancellationToken)
    {
        if (!filter.MayPass(entry))
            return null;

        var now = sights.Of(entry);
        var viewer = Viewer.Of(request.Caller, entry, now);
        if (!RowCheck.Admits(entry, viewer, now) || !filter.Passes(entry, viewer, now))
            return null;

        var asked = contact.Ask();
        var template = await request.Renderer.RenderAsync(entry, viewer, cancellationToken);
        contact.Answered(asked);
        return template;
    }

    private async Task<T> OutlastAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await attempt(cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !request.Renderer.IsFinal(exception))
            {
                ReadingFailed(log, Fault.Describe(exception), Position, failures);
            }

            await Task.Delay(BackOff.After(failures, LongestWait), cancellationToken);
        }
    }

    [LoggerMessage(5020, LogLevel.Critical, "The feed has a hole at position {Position}. A stream waits before it until it is filled.")]
    private static partial void HoleFound(ILogger log, long position);

    [LoggerMessage(5021, LogLevel.Error, "A stream cannot read on after position {Position}, {Failures} times in a row: {Cause}")]
    private static partial void ReadingFailed(ILogger log, string cause, long position, int failures);
}
