using System.Data.Common;
using AgencyGraph.Ledger;
using AgencyGraph.Ledger.Checkpoints;
using AgencyGraph.Ledger.Store;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Ledger;

/// <summary>The ledger by itself, on a real database and with a real key.</summary>
internal sealed class LedgerOnDisk : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly DirectoryInfo folder;
    private readonly bool isGuest;
    private readonly ServiceProvider services;

    private LedgerOnDisk(TestDatabase database, DirectoryInfo folder, bool isGuest = false)
    {
        (this.database, this.folder, this.isGuest) = (database, folder, isGuest);
        var settings = new Dictionary<string, string?>
        {
            ["Ledger:SigningKeyFile"] = KeyFile,
            ["Ledger:WitnessFile"] = WitnessFile,
            ["Ledger:SqliteFile"] = Path.Combine(folder.FullName, "ledger.db"),
        };
        services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddStorage(database.Options).AddLedger().BuildServiceProvider(validateScopes: true);
    }

    public string KeyFile => Path.Combine(folder.FullName, "key.pem");

    public string WitnessFile => Path.Combine(folder.FullName, "witness.txt");

    public IDisclosureLedger Ledger => services.GetRequiredService<IDisclosureLedger>();

    public ILedgerStore Store => services.GetRequiredService<ILedgerStore>();

    public CheckpointMaker Checkpoints => services.GetRequiredService<CheckpointMaker>();

    public static async Task<LedgerOnDisk> OpenAsync(DatabaseKind kind)
    {
        var ledger = new LedgerOnDisk(await TestDatabase.CreateAsync(kind), DatabaseFolders.New("agencygraph-ledger-"));
        await ledger.Store.PrepareAsync(CancellationToken.None);
        return ledger;
    }

    /// <summary>The same ledger, as another server has it; it is to be disposed first.</summary>
    public LedgerOnDisk OnAnotherNode() => new(database, folder, isGuest: true);

    public async Task<IReadOnlyList<LedgerEntry>> EntriesAsync()
        => [.. (await Store.ReadAsync(0, int.MaxValue, CancellationToken.None)).SelectMany(group => LedgerEncoding.Decode(group.Position, group.Body))];

    /// <summary>The children's pseudonyms, once somebody has read of them.</summary>
    public async Task<IReadOnlyDictionary<Guid, Guid>> NamesAsync(params Guid[] children)
    {
        await Ledger.RecordAsync([.. children.Select(child => Samples.Reading(child))], CancellationToken.None);
        return children.ToDictionary(child => child, child => services.GetRequiredService<Pseudonyms>().Known(new(child))!.Value);
    }

    public async Task RunAsync(string statement)
    {
        await using var connection = await services.GetRequiredService<ILedgerConnections>().OpenAsync(CancellationToken.None);
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own.
        command.CommandText = statement;
#pragma warning restore CA2100
        _ = await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (isGuest)
            return;
        await database.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
