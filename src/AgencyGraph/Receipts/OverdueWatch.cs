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
/// Tells both sides of a link, once a spell, that what was sent over it is not acknowledged in time. The link's row decides: of several
/// nodes that look at once, and after every restart, whoever turns it overdue tells it in the same transaction, and nobody else does.
/// </summary>
internal sealed partial class OverdueWatch(
    IDbContextFactory<AgencyDb> databases, IWriteTransactions transactions, FeedAppender feed, LinkUpkeep links, RecurringWork recurring,
    IOptions<ReceiptOptions> options, TimeProvider clock, ILogger<OverdueWatch> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => recurring.RunAsync("overdue watch", options.Value.LookEvery, LookAsync, stoppingToken);

    /// <summary>Looks once, now.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcInstant();
        var limit = links.LimitAt(now);
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            if (!await Turning(db, limit).AnyAsync(cancellationToken))
                return;
        }

        await using var transaction = await transactions.BeginAsync(cancellationToken);
        var turning = Turning(transaction.Db, limit).Select(link => link.Id);
        await LinkUpkeep.LockAsync(transaction.Db, transaction.Db.Set<LinkRecord>().Where(row => turning.Contains(row.Id)), cancellationToken);
        _ = await links.EndSpellsAsync(transaction.Db, transaction.Db.Set<LinkRecord>(), now, cancellationToken);
        var overdue = await TurnAsync(transaction.Db, limit, cancellationToken);
        await feed.AppendAsync(transaction.Db, [.. overdue.Select(DraftOf)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        foreach (var link in overdue)
            LogOverdue(link.From, link.To, link.Waiting, link.OverdueSince);
    }

    /// <summary>Links that are overdue and not marked so, or the other way round.</summary>
    private static IQueryable<AgencyLink> Turning(AgencyDb db, DateTime limit) => db.Set<AgencyLink>().AsNoTracking().Where(
        link => (link.OverdueSince != null) != (link.OldestWaitingAt != null && link.OldestWaitingAt < limit));

    private async Task<List<OverdueLink>> TurnAsync(AgencyDb db, DateTime limit, CancellationToken cancellationToken)
    {
        var candidates = await db.Set<AgencyLink>().AsNoTracking()
            .Where(link => link.OverdueSince == null && link.OldestWaitingAt < limit)
            .OrderBy(link => link.FromCode).ThenBy(link => link.ToCode)
            .Select(link => new { link.Id, link.FromCode, link.ToCode, link.Waiting, link.OldestWaitingAt })
            .ToListAsync(cancellationToken);
        var turned = new List<OverdueLink>();
        foreach (var link in candidates)
        {
            var since = link.OldestWaitingAt!.Value + options.Value.AcknowledgeWithin; // The condition asks for it.
            var row = db.Set<LinkRecord>().Where(row => row.Id == link.Id);
            var count = await row.Where(row => row.OverdueSince == null).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.OverdueSince, since).SetProperty(row => row.TimesOverdue, row => row.TimesOverdue + 1),
                cancellationToken);
            if (count == 0)
                continue; // Another node has told it.

            var spell = await row.Select(row => row.TimesOverdue).SingleAsync(cancellationToken);
            turned.Add(new OverdueLink(link.Id, link.FromCode, link.ToCode, link.Waiting, since, spell));
        }

        return turned;
    }

    private static FeedDraft DraftOf(OverdueLink link)
        => new(UpdateKind.AcknowledgementOverdue, RecordKind.Link, link.Id.Value, link.Spell, link.From, link.To, true, [], link.OverdueSince);

    [LoggerMessage(9001, LogLevel.Warning, "{Count} deliveries from {From} to {To} are not acknowledged; overdue since {Since:o}. Both sides are told.")]
    private partial void LogOverdue(AgencyCode from, AgencyCode to, int count, DateTime since);

    private sealed record OverdueLink(AgencyLinkId Id, AgencyCode From, AgencyCode To, int Waiting, DateTime OverdueSince, int Spell);
}
