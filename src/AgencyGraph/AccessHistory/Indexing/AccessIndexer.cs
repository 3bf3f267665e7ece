using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Ledger;
using AgencyGraph.Ledger.Store;
using AgencyGraph.Storage;
using AgencyGraph.Upkeep;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AgencyGraph.AccessHistory.Indexing;

/// <summary>
/// Reads the ledger, in its order, into the history of accesses, and tells who is to know. Every server does it, and which of them reads a
/// stretch the database decides: the place up to where it was read moves in the same transaction.
/// </summary>
internal sealed class AccessIndexer(
    ILedgerStore ledger, LedgerEntries entriesOf, Readings readings, AccessTable accesses, AlertRules alerts, IDbContextFactory<AgencyDb> databases, IWriteTransactions transactions,
    FeedAppender feed, RecurringWork recurring, IOptions<AccessHistoryOptions> options, TimeProvider clock) : BackgroundService
{
    public const int MostAtOnce = 500;

    private const int MostGroups = 200;

    /// <summary>So many times as long as it has worked.</summary>
    private const int RestsFor = 3;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => recurring.RunAsync("access history", options.Value.LookEvery, IndexAsync, stoppingToken);

    /// <summary>Reads all that there is. Between two stretches it leaves the machine to whoever asks: what it reads of was answered already.</summary>
    internal async Task IndexAsync(CancellationToken cancellationToken)
    {
        for (var began = clock.GetTimestamp(); await IndexSomeAsync(cancellationToken); began = clock.GetTimestamp())
            await Task.Delay(RestsFor * clock.GetElapsedTime(began), clock, cancellationToken);
    }

    /// <returns>Whether there was anything to read.</returns>
    private async Task<bool> IndexSomeAsync(CancellationToken cancellationToken)
    {
        var position = await PositionAsync(cancellationToken);
        var groups = await ledger.ReadAsync(position, MostGroups, cancellationToken);
        if (groups.Count == 0)
            return false;

        var entries = groups.SelectMany(group => entriesOf.Of(group)).ToList();
        await using var transaction = await transactions.BeginAsync(cancellationToken);
        var db = transaction.Db;
        if (!await AdvanceAsync(db, position, groups[^1].Position, cancellationToken))
            return true; // Another server has read them.

        var found = await readings.OfAsync(db, entries, cancellationToken);
        var told = await accesses.AddAsync(db, found, cancellationToken);
        _ = await db.SaveChangesAsync(cancellationToken);
        var raised = await alerts.RaiseAsync(db, found, cancellationToken);
        await feed.AppendAsync(db, [.. told.Concat(raised)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<long> PositionAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<AccessIndex>().AsNoTracking().Where(index => index.Id == AccessIndex.OnlyId).Select(index => index.Position)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private static async Task<bool> AdvanceAsync(AgencyDb db, long from, long to, CancellationToken cancellationToken)
    {
        if (from == 0)
            _ = await db.Database.ExecuteSqlAsync($"INSERT INTO access_index (id, position) VALUES ({AccessIndex.OnlyId}, 0) ON CONFLICT DO NOTHING", cancellationToken);
        return await db.Set<AccessIndex>().Where(index => index.Id == AccessIndex.OnlyId && index.Position == from)
            .ExecuteUpdateAsync(set => set.SetProperty(index => index.Position, to), cancellationToken) == 1;
    }
}
