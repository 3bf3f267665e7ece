using AgencyGraph.Benchmarks.Support;
using AgencyGraph.Commands;
using AgencyGraph.Ledger;
using AgencyGraph.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgencyGraph.Benchmarks.Machine;

/// <summary>The server in a process of this program, with its ledger of disclosures or, as no settings permit, without: to measure what that costs.</summary>
internal sealed class HostedServer : IAsyncDisposable
{
    public const string Verb = "server";

    private const string Unrecorded = "unrecorded";

    private readonly ChildProcess process;

    private HostedServer(ChildProcess process, string database) => (this.process, Database) = (process, database);

    public Uri Address => process.Address;

    public int Pid => process.Pid;

    public string Database { get; }

    public static async Task<HostedServer> StartAsync(ScratchFolder folder, string store, bool isPostgres, bool isRecorded)
    {
        string where;
        if (isPostgres)
        {
            var server = await PrivatePostgres.RequireAsync();
            await server.TryCreateAsync(store);
            where = $"--ConnectionStrings:Postgres={server.ConnectionString(store)}";
        }
        else
        {
            where = $"--Storage:SqliteFile={folder.File($"{store}.db")}";
        }

        string[] settings =
        [
            where, "--environment=Development", $"--Access:DevelopmentKeyFile={folder.KeyFile}", $"--Ledger:SigningKeyFile={folder.File("ledger.pem")}",
            "--ObjectBudget:PersonRecordsAnHour=10000000",
            // What one server records is counted by that server.
            .. isRecorded ? Array.Empty<string>() : ["--AccessHistory:LookEvery=1.00:00:00"],
        ];
        return new HostedServer(await ChildProcess.StartAsync([Verb, isRecorded ? "recorded" : Unrecorded, .. settings]), isPostgres ? "PostgreSQL" : "SQLite");
    }

    /// <summary>Run in the process of its own.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        await using var server = ServerHost.Build([.. args.Skip(1)], builder =>
        {
            _ = builder.Logging.ClearProviders();
            if (args[0] == Unrecorded)
                _ = builder.Services.AddSingleton<IDisclosureLedger, NoLedger>();
        });
        server.Urls.Add("http://127.0.0.1:0");
        await server.StartAsync();
        Console.WriteLine($"Now listening on: {server.Urls.Single()}");
        await server.WaitForShutdownAsync();
        return 0;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private sealed class NoLedger : IDisclosureLedger
    {
        public Task RecordAsync(IReadOnlyList<Disclosure> disclosures, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
