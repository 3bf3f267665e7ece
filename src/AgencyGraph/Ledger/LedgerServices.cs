using AgencyGraph.Ledger.Checkpoints;
using AgencyGraph.Ledger.Store;
using AgencyGraph.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AgencyGraph.Ledger;

/// <summary>The disclosure ledger.</summary>
public static class LedgerServices
{
    public static IServiceCollection AddLedger(this IServiceCollection services)
    {
        _ = services.AddOptions<LedgerOptions>()
            .BindConfiguration("Ledger", binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(options => options.AreSane(), "Ledger: CheckpointEvery and CheckpointCommits must be greater than zero, WitnessAddress an http or https address.")
            .ValidateOnStart();
        services.TryAddSingleton<IDisclosureLedger, DisclosureLedger>();
        return services
            .AddSingleton<ILedgerConnections>(provider => provider.GetService<NpgsqlDataSource>() is { } source
                ? new PostgresLedger(source)
                : new SqliteLedgerFile(FileOf(provider)))
            .AddSingleton<ILedgerStore, LedgerStore>()
            .AddSingleton<Pseudonyms>()
            .AddSingleton<LedgerEntries>()
            .AddSingleton<CheckpointKey>()
            .AddSingleton<Witnesses>()
            .AddSingleton<CheckpointMaker>();
    }

    private static string FileOf(IServiceProvider provider)
        => provider.GetRequiredService<IOptions<LedgerOptions>>().Value.SqliteFile
            ?? SqliteLedgerFile.Beside(provider.GetRequiredService<StorageOptions>().SqliteFile);
}
