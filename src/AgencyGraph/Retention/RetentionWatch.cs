using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Storage;
using AgencyGraph.Upkeep;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Retention;

/// <summary>
/// Puts each record whose time has come to an end before its controller, once, and takes back what has become untrue meanwhile. It erases nothing. Of several
/// servers that look at once, whoever holds the record's row decides.
/// </summary>
internal sealed partial class RetentionWatch(
    IDbContextFactory<AgencyDb> databases, IWriteTransactions transactions, IEnumerable<IKeptRecords> kept, RetentionSchedule schedule, DueRecords due,
    RecurringWork recurring, IOptions<RetentionOptions> options, TimeProvider clock, ILogger<RetentionWatch> log) : BackgroundService
{
    private const int MostAtOnce = 200;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => recurring.RunAsync("retention watch", options.Value.LookEvery, LookAsync, stoppingToken);

    /// <summary>Looks once, now.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcInstant();
        var raised = 0;
        foreach (var feature in kept)
        {
            foreach (var (controller, period) in schedule.Of(feature.Kind))
                raised += await RaiseAllAsync(feature, period, new KeptPage(controller, period.LatestRecorded(now), null, MostAtOnce), now, cancellationToken);
        }

        var withdrawn = await WithdrawAllAsync(now, cancellationToken);
        if (raised + withdrawn > 0)
            LogLooked(raised, withdrawn);
    }

    private async Task<int> RaiseAllAsync(IKeptRecords feature, RetentionPeriod period, KeptPage page, DateTime now, CancellationToken cancellationToken)
    {
        var raised = 0;
        IReadOnlyList<KeptRecord> records;
        do
        {
            IReadOnlyList<KeptRecord> found;
            await using (var db = await databases.CreateDbContextAsync(cancellationToken))
            {
                records = await feature.ReadAsync(db, page, cancellationToken);
                var pending = await WithoutReviewAsync(db, records, now, cancellationToken);
                found = [.. (await due.AmongAsync(db, pending, period, now, cancellationToken)).Select(one => one.Record)];
            }

            if (found.Count > 0)
                raised += await RaiseAsync(feature, found, period, now, cancellationToken);
            page = page with { After = records.Count > 0 ? records[^1] : page.After };
        }
        while (records.Count == MostAtOnce);
        return raised;
    }

    private static async Task<IReadOnlyList<KeptRecord>> WithoutReviewAsync(
        AgencyDb db, IReadOnlyList<KeptRecord> records, DateTime now, CancellationToken cancellationToken)
    {
        var ids = records.Select(record => record.Id).ToList();
        var today = Moments.LondonDate(now);
        var reviewed = await db.Set<RetentionReview>().Where(review => ids.Contains(review.RecordId) && (review.Verdict == null || review.KeepUntil > today))
            .Select(review => review.RecordId).ToListAsync(cancellationToken);
        return [.. records.Where(record => !reviewed.Contains(record.Id))];
    }

    /// <summary>Looked at again while nobody else writes on them.</summary>
    private async Task<int> RaiseAsync(
        IKeptRecords feature, IReadOnlyList<KeptRecord> found, RetentionPeriod period, DateTime now, CancellationToken cancellationToken)
    {
        await using var transaction = await transactions.BeginAsync(cancellationToken);
        var db = transaction.Db;
        await feature.LockAsync(db, [.. found.Select(record => record.Id)], cancellationToken);
        var there = await feature.FindAsync(db, [.. found.Select(record => record.Id)], cancellationToken);
        var standing = new List<KeptRecord>();
        foreach (var record in await WithoutReviewAsync(db, there, now, cancellationToken))
        {
            if (!await StandingHolds.HoldAsync(db, record, cancellationToken))
                standing.Add(record);
        }

        var raised = await due.AmongAsync(db, standing, period, now, cancellationToken);
        foreach (var one in raised)
            NewReview.Add(db, one, now);
        _ = await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return raised.Count;
    }

    /// <summary>What was written of a child since, and a record that is gone, ends the review that nobody has decided.</summary>
    private async Task<int> WithdrawAllAsync(DateTime now, CancellationToken cancellationToken)
    {
        var (withdrawn, last) = (0, new RetentionReviewId(Guid.Empty));
        List<OpenReview> open;
        do
        {
            List<RetentionReviewId> stale;
            await using (var db = await databases.CreateDbContextAsync(cancellationToken))
            {
                open = await db.Set<RetentionReview>().AsNoTracking().Where(review => review.Verdict == null && review.Id > last)
                    .OrderBy(review => review.Id).Take(MostAtOnce).Select(review => new OpenReview(review.Id, review.RecordKind, review.RecordId))
                    .ToListAsync(cancellationToken);
                var standing = await StandingAsync(db, open, now, cancellationToken);
                stale = [.. open.Where(review => !standing.Contains(review.Record)).Select(review => review.Id)];
            }

            if (stale.Count > 0)
                withdrawn += await WithdrawAsync(stale, cancellationToken);
            last = open.Count > 0 ? open[^1].Id : last;
        }
        while (open.Count == MostAtOnce);
        return withdrawn;
    }

    /// <summary>The records under review that are there, and whose time is over still.</summary>
    private async Task<HashSet<Guid>> StandingAsync(AgencyDb db, List<OpenReview> open, DateTime now, CancellationToken cancellationToken)
    {
        var standing = new HashSet<Guid>();
        foreach (var reviews in open.GroupBy(review => review.Kind))
        {
            var records = await kept.Single(feature => feature.Kind == reviews.Key).FindAsync(db, [.. reviews.Select(review => review.Record)], cancellationToken);
            foreach (var same in records.GroupBy(record => schedule.Of(record.Kind, record.Controller)))
            {
                if (same.Key is { } period)
                    standing.UnionWith((await due.AmongAsync(db, [.. same], period, now, cancellationToken)).Select(one => one.Record.Id));
            }
        }

        return standing;
    }

    private async Task<int> WithdrawAsync(List<RetentionReviewId> stale, CancellationToken cancellationToken)
    {
        await using var transaction = await transactions.BeginAsync(cancellationToken);
        var db = transaction.Db;
        await db.LockAsync<RetentionReview>([.. stale.Select(id => id.Value)], cancellationToken);
        var undecided = await db.Set<RetentionReview>().Where(review => stale.Contains(review.Id) && review.Verdict == null)
            .Select(review => review.Id).ToListAsync(cancellationToken);
        _ = await db.Set<ReviewedChild>().Where(child => undecided.Contains(child.ReviewId)).ExecuteDeleteAsync(cancellationToken);
        var count = await db.Set<RetentionReview>().Where(review => undecided.Contains(review.Id)).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return count;
    }

    [LoggerMessage(9101, LogLevel.Information, "{Raised} records have come to the end of their time and are put before their controllers; {Withdrawn} reviews are taken back.")]
    private partial void LogLooked(int raised, int withdrawn);
}
