using AgencyGraph.Upkeep;
using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>Reads the feed, once for this node, and hands each entry to those who may see it, in the order of commits.</summary>
internal sealed partial class FeedPump(FeedReader reader, LiveStreams streams, FanOut fanOut, FeedSignal signal, PumpPulse pulse, ILogger<FeedPump> log)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>So many entries that are there at once share a commit of the ledger.</summary>
    private const int EntriesTogether = 32;

    private long? position;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var isMore = await StepAsync(stoppingToken);
                failures = 0;
                if (!isMore)
                    await signal.WaitAsync(Poll, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                failures++;
                ReadingFailed(log, Fault.Describe(exception), failures);
                await Task.Delay(BackOff.After(failures, LongestWait), stoppingToken);
            }
        }
    }

    /// <summary>True when more is likely to be there at once.</summary>
    private async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        if (position is not { } reached)
        {
            reached = (await reader.ReadHeadAsync(cancellationToken)).Head;
            position = reached;
            streams.Start(reached);
        }

        var page = await reader.ReadPageAsync(reached, cancellationToken);
        streams.NotePolicyEpoch(page.PolicyEpoch);
        pulse.Beat(page.Entries.Count > 0 ? page.Entries[0].RecordedAt : null);
        if (page.Entries.Count > 0)
        {
            var sights = await reader.ReadSightsAsync(page.Entries, cancellationToken);
            foreach (var entries in page.Entries.Chunk(EntriesTogether))
                await fanOut.DeliverAsync(entries, page.PolicyEpoch, sights, Delivered, cancellationToken);
        }

        if (page.HoleAt is { } hole && !await IsPurgedAsync(reached, hole, cancellationToken))
            HoleFound(log, hole);
        return page.HoleAt is null && page.Entries.Count == FeedReader.PageSize;
    }

    private void Delivered(FeedEntry entry)
    {
        position = entry.Position;
        streams.Settle(entry.Position);
        pulse.Beat(entry.RecordedAt);
    }

    /// <summary>Where what comes next is kept no longer, the flow goes on after it; each stream finds out for itself what it has missed.</summary>
    private async Task<bool> IsPurgedAsync(long reached, long hole, CancellationToken cancellationToken)
    {
        var purged = (await reader.ReadHeadAsync(cancellationToken)).PurgedUpTo;
        if (hole != reached + 1 || purged < hole)
            return false;
        streams.Skip(purged);
        position = purged;
        return true;
    }

    [LoggerMessage(5001, LogLevel.Critical, "The feed has a hole at position {Position}. Delivery stops before it until it is filled.")]
    private static partial void HoleFound(ILogger log, long position);

    [LoggerMessage(5002, LogLevel.Error, "The feed could not be read, {Failures} times in a row. It is tried again: {Cause}")]
    private static partial void ReadingFailed(ILogger log, string cause, int failures);
}
