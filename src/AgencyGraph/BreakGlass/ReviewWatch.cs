using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Suspensions;
using AgencyGraph.Upkeep;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AgencyGraph.BreakGlass;

/// <summary>
/// Suspends the role of whoever opened a child, where the review is not done in time, and tells both sides. The record's own row decides: of several
/// servers that look at once, one does it.
/// </summary>
internal sealed partial class ReviewWatch(
    IDbContextFactory<AgencyDb> databases, IWriteTransactions transactions, FeedAppender feed, RecurringWork recurring, IOptions<BreakGlassOptions> options,
    TimeProvider clock, ILogger<ReviewWatch> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => recurring.RunAsync("break-glass reviews", options.Value.LookEvery, LookAsync, stoppingToken);

    /// <summary>Looks once, now.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcInstant();
        List<BrokenGlassId> due;
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            due = await db.Set<BrokenGlass>().Where(glass => glass.State == BreakGlassState.AwaitingReview && glass.ReviewDueAt < now)
                .OrderBy(glass => glass.ReviewDueAt).ThenBy(glass => glass.Id).Select(glass => glass.Id).ToListAsync(cancellationToken);
        }

        // A transaction each: one that fails keeps no other from being told.
        foreach (var id in due)
            await ExpireAsync(id, now, cancellationToken);
    }

    private async Task ExpireAsync(BrokenGlassId id, DateTime now, CancellationToken cancellationToken)
    {
        await using var transaction = await transactions.BeginAsync(cancellationToken);
        var db = transaction.Db;
        await db.LockAsync<BrokenGlass>([id.Value], cancellationToken);
        var glass = await db.Set<BrokenGlass>().AsTracking().SingleAsync(row => row.Id == id, cancellationToken);
        if (glass is not { State: BreakGlassState.AwaitingReview, CouncilCode: { } council, ReviewDueAt: { } dueAt })
            return; // Reviewed meanwhile, or another server was first.
        glass.Expire();
        await ReviewSuspensions.BeginAsync(
            db, HeldRole.NameOf(glass.Role, glass.ByAgencyCode, glass.By), council, "The review of a break-glass was not done in time.", now, cancellationToken);
        _ = await db.SaveChangesAsync(cancellationToken);
        await feed.AppendAsync(db, [Announcement.Of(UpdateKind.GlassReviewOverdue, glass, dueAt)], raisesPolicyEpoch: true, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        LogOverdue(glass.Role, id.Value);
    }

    [LoggerMessage(9201, LogLevel.Warning, "The review of break-glass {Id} was not done in time: a {Role} is suspended in that role until it is.")]
    private partial void LogOverdue(Visibility.Role role, Guid id);
}
