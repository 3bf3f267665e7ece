using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Timeliness.Clocks;
using AgencyGraph.Upkeep;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Timeliness;

/// <summary>
/// Tells, once, that a deadline is at risk, missed or escalated. The deadline's own row decides: of several servers that look at once, and after every
/// restart, whoever changes it tells it in the same transaction, and nobody else does.
/// </summary>
internal sealed partial class DeadlineWatch(
    IDbContextFactory<AgencyDb> databases, IStorageEngine storage, FeedAppender feed, FeedSignal signal, RecurringWork recurring, ClockCatalogue catalogue,
    ClockTimes times, IOptions<TimelinessOptions> options, TimeProvider clock, ILogger<DeadlineWatch> log) : BackgroundService
{
    private const int AtOnce = 500;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => Task.WhenAll(
            recurring.RunAsync("deadlines", options.Value.LookEvery, LookAsync, stoppingToken),
            PromiseDailyAsync(stoppingToken));

    /// <summary>First when it has been up for a while: a start has other work.</summary>
    private async Task PromiseDailyAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(options.Value.LookEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await recurring.RunAsync("deadlines without a date", TimeSpan.FromDays(1), PromiseAsync, stoppingToken, beginsAtOnce: true);
    }

    /// <summary>Looks once, now.</summary>
    internal Task LookAsync(CancellationToken cancellationToken) => LookAsync(clock.UtcInstant(), cancellationToken);

    /// <summary>Looks as if it were then.</summary>
    internal async Task LookAsync(DateTime at, CancellationToken cancellationToken)
    {
        while (await CrossingAsync(at, cancellationToken) is { Count: > 0 } crossing)
            await CrossAsync(crossing, at, cancellationToken);
    }

    /// <summary>The first of those that cross: from the front of an index, however many run.</summary>
    internal static IQueryable<Deadline> Crossing(AgencyDb db, DateTime at)
        => db.Set<Deadline>().AsNoTracking().Where(deadline => deadline.NextCrossingAt != null && deadline.NextCrossingAt <= at)
            .OrderBy(deadline => deadline.NextCrossingAt).ThenBy(deadline => deadline.Id).Take(AtOnce);

    /// <summary>Works out what could not be, with the bank holidays that this program knows and the one before it did not.</summary>
    internal async Task PromiseAsync(CancellationToken cancellationToken)
    {
        DeadlineId? last = null;
        do
        {
            last = await PromiseSomeAsync(last, cancellationToken);
        }
        while (last is not null);
    }

    private async Task<List<DeadlineId>> CrossingAsync(DateTime at, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Crossing(db, at).Select(deadline => deadline.Id).ToListAsync(cancellationToken);
    }

    private async Task CrossAsync(List<DeadlineId> crossing, DateTime at, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await storage.BeginWriteAsync(db, cancellationToken);
        var told = new List<(UpdateKind Kind, Deadline Deadline)>();
        foreach (var deadline in await HoldAsync(db, crossing, cancellationToken))
        {
            if (deadline.DueAt is { } due && deadline.Cross(at, times.EscalationsOf(catalogue[deadline.ClockKey], due)) is { } kind)
                told.Add((kind, deadline));
        }

        _ = await db.SaveChangesAsync(cancellationToken);
        await feed.AppendAsync(db, [.. told.Select(one => Announcement.Of(one.Kind, one.Deadline))], cancellationToken);
        await write.CommitAsync(cancellationToken);
        signal.Wake();
        foreach (var (kind, deadline) in told.Where(one => one.Kind != UpdateKind.DeadlineAtRisk))
            LogMissed(deadline.ClockCode, deadline.Id.Value, deadline.ActorCode, kind);
    }

    private async Task<DeadlineId?> PromiseSomeAsync(DeadlineId? after, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var unknown = db.Set<Deadline>().AsNoTracking().Where(deadline => deadline.DueUnknown != null && deadline.StoppedAt == null);
        if (after is { } last)
            unknown = unknown.Where(deadline => deadline.Id > last);
        var ids = await unknown.OrderBy(deadline => deadline.Id).Take(AtOnce).Select(deadline => deadline.Id).ToListAsync(cancellationToken);
        if (ids.Count == 0)
            return null;

        await using var write = await storage.BeginWriteAsync(db, cancellationToken);
        foreach (var deadline in await HoldAsync(db, ids, cancellationToken))
        {
            if (deadline is { DueUnknown: not null, StoppedAt: null, PausedAt: null } && times.Of(catalogue[deadline.ClockKey], deadline.CountedFrom) is { At: not null } due)
                deadline.PromiseLate(due);
        }

        _ = await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return ids[^1];
    }

    /// <summary>As they are now, and nobody else's to change until the end of the transaction.</summary>
    private static async Task<List<Deadline>> HoldAsync(AgencyDb db, List<DeadlineId> ids, CancellationToken cancellationToken)
    {
        await db.LockAsync<Deadline>([.. ids.Select(id => id.Value)], cancellationToken);
        return await db.Set<Deadline>().AsTracking().Include(deadline => deadline.Children).Where(deadline => ids.Contains(deadline.Id))
            .OrderBy(deadline => deadline.NextCrossingAt).ThenBy(deadline => deadline.Id).ToListAsync(cancellationToken);
    }

    [LoggerMessage(9401, LogLevel.Warning, "{Kind}: the clock {Clock} of deadline {Id}, on which {Agency} must act. Who may see its record is told.")]
    private partial void LogMissed(string clock, Guid id, Agencies.AgencyCode agency, UpdateKind kind);
}
