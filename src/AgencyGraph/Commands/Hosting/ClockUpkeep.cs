using AgencyGraph.Storage;
using AgencyGraph.Upkeep;

namespace AgencyGraph.Commands.Hosting;

/// <summary>Keeps this server's clock by the database's; <see cref="DatabaseStart"/> has put it right before the first request.</summary>
internal sealed class ClockUpkeep(ClockComparison comparison, IStorageEngine engine, RecurringWork recurring) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => engine.TimeQuestion is null ? Task.CompletedTask : recurring.RunAsync("clock upkeep", Interval, comparison.RunAsync, stoppingToken);
}
