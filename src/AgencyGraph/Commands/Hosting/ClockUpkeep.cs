using AgencyGraph.Storage;

namespace AgencyGraph.Commands.Hosting;

/// <summary>Keeps this server's clock by the database's; <see cref="DatabaseStart"/> has put it right before the first request.</summary>
internal sealed class ClockUpkeep(ClockComparison comparison, IStorageEngine engine, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (engine.TimeQuestion is not null && await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await comparison.RunAsync(stoppingToken);
            }
            catch (Exception exception) when (engine.IsUnavailable(exception))
            {
                // Its own pace is good for long.
            }
        }
    }
}
