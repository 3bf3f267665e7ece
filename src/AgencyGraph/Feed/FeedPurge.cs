using AgencyGraph.Storage;
using AgencyGraph.Upkeep;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Feed;

/// <summary>
/// Removes the entries that are older than the feed is kept, the oldest first and few at a time, and says in the head up to where. Several nodes may do
/// so at once.
/// </summary>
internal sealed partial class FeedPurge(
    IDbContextFactory<AgencyDb> databases, IStorageEngine engine, IEnumerable<IFeedHold> holds, IOptions<FeedOptions> options, TimeProvider clock,
    RecurringWork recurring, ILogger<FeedPurge> log) : BackgroundService
{
    public const int BatchSize = 1_000;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => recurring.RunAsync("feed purge", options.Value.PurgeEvery, PurgeAsync, stoppingToken);

    /// <summary>Removes all that is to be removed now.</summary>
    /// <returns>How many entries went.</returns>
    internal async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var before = await KeptSinceAsync(cancellationToken);
        var gone = 0;
        int count;
        do
        {
            count = await PurgeBatchAsync(before, cancellationToken);
            gone += count;
        }
        while (count == BatchSize);

        if (gone > 0)
            LogPurged(gone, before);
        return gone;
    }

    private async Task<DateTime> KeptSinceAsync(CancellationToken cancellationToken)
    {
        var since = clock.UtcInstant() - TimeSpan.FromDays(options.Value.RetentionDays);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var hold in holds)
        {
            if (await hold.WaitsSinceAsync(db, cancellationToken) is { } waits && waits < since)
                since = waits;
        }

        return since;
    }

    /// <summary>
    /// Only a whole beginning of the feed goes: an older entry behind a younger one, by another node's clock, waits for it. The newest stays, so that
    /// whoever reads on from before sees that something is gone.
    /// </summary>
    private async Task<int> PurgeBatchAsync(DateTime before, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var oldest = await db.Set<FeedEntry>().AsNoTracking().OrderBy(entry => entry.Position).Take(BatchSize + 1)
            .Select(entry => new { entry.Position, entry.RecordedAt }).ToListAsync(cancellationToken);
        var old = oldest.SkipLast(1).TakeWhile(entry => entry.RecordedAt < before).ToList();
        if (old.Count == 0)
            return 0;

        var last = old[^1].Position;
        await using var transaction = await engine.BeginWriteAsync(db, cancellationToken);
        _ = await db.Set<FeedEntry>().Where(entry => entry.Position <= last).ExecuteDeleteAsync(cancellationToken);
        // Last, as whoever appends does: nobody waits for the head while entries go.
        _ = await db.Set<FeedHead>().Where(head => head.PurgedUpTo < last)
            .ExecuteUpdateAsync(set => set.SetProperty(head => head.PurgedUpTo, last), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return old.Count;
    }

    [LoggerMessage(5030, LogLevel.Information, "{Count} entries of the feed, recorded before {Before:o}, are kept no longer.")]
    private partial void LogPurged(int count, DateTime before);
}
