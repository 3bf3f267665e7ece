using AgencyGraph.Storage;
using AgencyGraph.Upkeep;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Commands.Hosting;

/// <summary>Keeps the database's own knowledge of its data fresh as they grow: at the start, and each minute.</summary>
internal sealed class StatisticsUpkeep(IDbContextFactory<AgencyDb> databases, IStorageEngine engine, RecurringWork recurring) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => recurring.RunAsync("statistics upkeep", Interval, RefreshAsync, stoppingToken, beginsAtOnce: true);

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await engine.RefreshStatisticsAsync(db, cancellationToken);
    }
}
