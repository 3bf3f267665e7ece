using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Commands.Hosting;

/// <summary>Keeps the database's own knowledge of its data fresh as they grow: at the start, and each minute.</summary>
internal sealed class StatisticsUpkeep(IDbContextFactory<AgencyDb> databases, IStorageEngine engine, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await using var db = await databases.CreateDbContextAsync(stoppingToken);
                await engine.RefreshStatisticsAsync(db, stoppingToken);
            }
            catch (Exception exception) when (engine.IsUnavailable(exception))
            {
                // The next minute is as good.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
