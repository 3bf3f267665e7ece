using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Upkeep;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Receipts;

/// <summary>
/// A delivery that nobody confirms does not hold the feed for ever: after the feed's retention and <see cref="ReceiptOptions.HoldDays"/> more it expires,
/// and both sides of its link are told, unless another of the link's is expired already.
/// </summary>
internal sealed partial class ExpiryWatch(
    IDbContextFactory<AgencyDb> databases, IWriteTransactions transactions, FeedAppender feed, IEnumerable<ISentRecords> sent, RecurringWork recurring,
    IOptions<FeedOptions> retention, IOptions<ReceiptOptions> options, TimeProvider clock, ILogger<ExpiryWatch> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => recurring.RunAsync("expiry watch", retention.Value.PurgeEvery, LookAsync, stoppingToken);

    /// <summary>Looks once, now.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcInstant();
        var limit = now - TimeSpan.FromDays(retention.Value.RetentionDays + options.Value.HoldDays);
        List<HeldLink> held;
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            held = await db.Set<AgencyLink>().AsNoTracking().Where(link => link.HeldSince < limit)
                .OrderBy(link => link.ToCode).ThenBy(link => link.FromCode)
                .Select(link => new HeldLink(link.Id, link.FromCode, link.ToCode)).ToListAsync(cancellationToken);
        }

        // A transaction each: what is kept for one council does not wait for the others'.
        foreach (var link in held)
            await ExpireAsync(link, limit, now, cancellationToken);
    }

    private async Task ExpireAsync(HeldLink link, DateTime limit, DateTime now, CancellationToken cancellationToken)
    {
        await using var transaction = await transactions.BeginAsync(cancellationToken);
        var db = transaction.Db;
        // The agency's acknowledgement, and another server that looks, come before this or after it.
        _ = await db.Set<Receiver>().Where(receiver => receiver.AgencyCode == link.To).ExecuteUpdateAsync(
            set => set.SetProperty(receiver => receiver.ReceivedUpTo, receiver => receiver.ReceivedUpTo), cancellationToken);
        await LinkUpkeep.LockAsync(db, db.Set<LinkRecord>().Where(row => row.Id == link.Id), cancellationToken);
        var isTold = await db.Set<AgencyLink>().AnyAsync(row => row.Id == link.Id && row.Expired > 0, cancellationToken);
        var count = 0;
        foreach (var feature in sent)
            count += await feature.ExpireAsync(db, link.From, link.To, limit, now, cancellationToken);
        if (count == 0)
            return;

        if (!isTold)
        {
            var spell = await db.Set<LinkRecord>().Where(row => row.Id == link.Id).Select(row => row.TimesOverdue).SingleAsync(cancellationToken);
            await feed.AppendAsync(
                db, [new FeedDraft(UpdateKind.DeliveriesExpired, RecordKind.Link, link.Id.Value, spell, link.From, link.To, true, [], now)], cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        LogExpired(count, link.From, link.To);
    }

    [LoggerMessage(9002, LogLevel.Warning, "{Count} deliveries from {From} to {To}, which nobody confirmed, are kept in the feed no longer.")]
    private partial void LogExpired(int count, AgencyCode from, AgencyCode to);

    private sealed record HeldLink(AgencyLinkId Id, AgencyCode From, AgencyCode To);
}
