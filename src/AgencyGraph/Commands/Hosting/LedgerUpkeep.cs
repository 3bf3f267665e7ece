using AgencyGraph.Ledger.Checkpoints;
using AgencyGraph.Upkeep;
using AgencyGraph.Visibility;

namespace AgencyGraph.Commands.Hosting;

/// <summary>Makes the ledger's checkpoints while the server runs, and a last one when it stops.</summary>
internal sealed partial class LedgerUpkeep(CheckpointMaker checkpoints, RecurringWork recurring, ILogger<LedgerUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await checkpoints.MakeAsync(isDue: true, cancellationToken);
        }
        catch (Exception exception)
        {
            // Also where there was no time left: the next server makes it.
            LogNotMade(Fault.Describe(exception));
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => recurring.RunAsync("ledger checkpoints", Interval, stopping => checkpoints.MakeAsync(isDue: false, stopping), stoppingToken);

    [LoggerMessage(1012, LogLevel.Warning, "The server stops without a last checkpoint of the ledger: {Cause}")]
    private partial void LogNotMade(string cause);
}
