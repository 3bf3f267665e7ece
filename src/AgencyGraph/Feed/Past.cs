using System.Runtime.CompilerServices;
using AgencyGraph.Ledger;
using AgencyGraph.Upkeep;
using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>
/// What a stream reads for itself from the database, page by page, judged by today's policy. It outlasts an outage: an entry that
/// cannot be read or rendered is tried again and never skipped; the stream ends where trying again is of no use.
/// </summary>
internal sealed partial class Past(
    FeedReader reader, LiveStreams live, UpdateLedger ledger, DatabaseContact contact, StreamRequest request, StreamFilter filter, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Of so many updates that share a commit of the ledger, a stream that is cut off was not sent the last.</summary>
    private const int MostTogether = 32;

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

        var together = 1;
        var rendered = new List<(FeedEntry Entry, UpdateTemplate? Template)>();
        var entries = page.Entries.TakeWhile(entry => entry.Position <= upTo).ToList();
        foreach (var entry in entries)
        {
            if (live.PolicyEpoch > page.PolicyEpoch)
                yield break; // What the page was read with holds no longer: the rest is read again.
            rendered.Add((entry, await OutlastAsync(cancelled => RenderAsync(entry, sights, cancelled).AsTask(), cancellationToken)));
            if (entry != entries[^1] && rendered.Count(each => each.Template is not null) < together)
                continue;

            await RecordAsync(rendered, page.PolicyEpoch, cancellationToken);
            foreach (var (told, template) in rendered)
            {
                if (live.PolicyEpoch > page.PolicyEpoch)
                    yield break;
                Position = told.Position;
                if (template is not null)
                    yield return new Delivery(told.Position, template, page.PolicyEpoch);
            }

            rendered.Clear();
            together = Math.Min(2 * together, MostTogether);
        }
    }

    private Task RecordAsync(IReadOnlyList<(FeedEntry Entry, UpdateTemplate? Template)> rendered, long policyEpoch, CancellationToken cancellationToken)
    {
        var disclosures = rendered.Where(each => each.Template is not null)
            .Select(each => UpdateLedger.Of(each.Entry, each.Template!, [request], policyEpoch)).ToArray();
        return disclosures.Length == 0 ? Task.CompletedTask : OutlastAsync(async cancelled =>
        {
            await ledger.RecordAsync(disclosures, cancelled);
            return true;
        }, cancellationToken);
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
        var since = clock.GetTimestamp();
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await attempt(cancellationToken);
            }
            catch (LedgerUnavailableException) when (clock.GetElapsedTime(since) >= UpdateLedger.Patience)
            {
                throw request.Renderer.Ending(StreamEnd.LedgerSilent);
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
