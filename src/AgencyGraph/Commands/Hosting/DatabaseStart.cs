using AgencyGraph.Ledger.Store;
using AgencyGraph.Storage;

namespace AgencyGraph.Commands.Hosting;

/// <summary>Before anything else starts: the database is brought to the present model and shown to be one that can be trusted.</summary>
internal sealed class DatabaseStart(
    DatabaseHold hold, ModelAhead model, DatabaseMigrator migrator, DatabaseCheck check, ClockComparison comparison, ILedgerStore ledger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        hold.Take();
        await model.MadeAsync(cancellationToken);
        await migrator.MigrateAsync(cancellationToken);
        await check.RunAsync(cancellationToken);
        await comparison.RunAsync(cancellationToken);
        await ledger.PrepareAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
