using System.Collections.Concurrent;
using AgencyGraph.Storage;
using AgencyGraph.Upkeep;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Suspensions;

/// <summary>Ends what is open, sockets and streams, twice a second: for whoever is suspended by then, on whichever node.</summary>
internal sealed partial class SuspensionWatch(
    IDbContextFactory<AgencyDb> databases, RecurringWork recurring, ILogger<SuspensionWatch> log) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<Watched, Bearer> watched = new();

    /// <summary>How many are watched.</summary>
    public int Count => watched.Count;

    public IDisposable Watch(Bearer bearer, Action suspended)
    {
        var one = new Watched(this, suspended);
        watched[one] = bearer;
        return one;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => recurring.RunAsync("suspension watch", Interval, cancelled => watched.IsEmpty ? Task.CompletedTask : LookAsync(cancelled), stoppingToken);

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var suspended = (await db.Set<Suspension>().AsNoTracking().ToListAsync(cancellationToken))
            .Select(suspension => (suspension.Holder, suspension.Name)).ToHashSet();
        if (suspended.Count == 0)
            return;

        var ended = watched.Where(pair => Concerns(suspended, pair.Value)).Select(pair => pair.Key).ToList();
        foreach (var one in ended)
            End(one);
        if (ended.Count > 0)
            LogEnded(ended.Count);
    }

    /// <summary>One that has just ended by itself, or that fails as it ends, keeps no other open.</summary>
    private void End(Watched one)
    {
        try
        {
            one.End();
        }
        catch (Exception exception) when (exception is ObjectDisposedException or AggregateException)
        {
            LogEndedBadly(Fault.Describe(exception));
        }
    }

    private static bool Concerns(HashSet<(AccessHolder Holder, string Name)> suspended, Bearer bearer)
        => suspended.Contains((AccessHolder.Agency, bearer.Agency.Value))
            || suspended.Contains((AccessHolder.Subject, bearer.Subject))
            || (HeldRole.NameOf(bearer) is { } role && suspended.Contains((AccessHolder.Role, role)))
            || (bearer.Client is { } client && suspended.Contains((AccessHolder.Client, client)));

    [LoggerMessage(8001, LogLevel.Information, "{Count} open sockets and streams were ended: their access is suspended.")]
    private partial void LogEnded(int count);

    [LoggerMessage(8003, LogLevel.Warning, "One that was to be ended, because its access is suspended, failed as it ended: {Cause}")]
    private partial void LogEndedBadly(string cause);

    /// <summary>One that is open, by reference.</summary>
    private sealed class Watched(SuspensionWatch watch, Action suspended) : IDisposable
    {
        public void End()
        {
            if (watch.watched.TryRemove(this, out _))
                suspended();
        }

        public void Dispose() => _ = watch.watched.TryRemove(this, out _);
    }
}
