using System.Diagnostics;
using AgencyGraph.Benchmarks.Support;
using AgencyGraph.Tests.Support;

namespace AgencyGraph.Benchmarks.Machine;

/// <summary>The real server as a process of its own, on a free port, over an empty database or one that an earlier server left.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process process;

    private ServerProcess(Process process, Uri address, TimeSpan startTook, bool isPostgres)
        => (this.process, Address, StartTook, Database) = (process, address, startTook, isPostgres ? "PostgreSQL" : "SQLite");

    public Uri Address { get; }

    /// <summary>From starting the process until it answers.</summary>
    public TimeSpan StartTook { get; }

    public string Database { get; }

    public int Pid => process.Id;

    public TimeSpan Cpu => ProcessFigures.Cpu(Pid);

    /// <param name="store">A database of its own by name; the same name, the same database.</param>
    /// <param name="program">The folder of a published server; null for the one that was built with the benchmarks.</param>
    public static async Task<ServerProcess> StartAsync(ScratchFolder folder, string store, bool isPostgres, string? program = null)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(program ?? AppContext.BaseDirectory, "AgencyGraph.dll"), "serve", "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Access__DevelopmentKeyFile"] = folder.KeyFile;
        // The sockets of the benchmarks have too little client behind them to answer pings.
        start.Environment["Transport__KeepAliveInterval"] = "00:30:00";
        // More sockets of one agency than a server is meant to hold.
        start.Environment["Transport__MaxConnectionsAnAgency"] = "10000";
        // One practitioner reads for a whole region; that it is counted costs what it costs.
        start.Environment["ObjectBudget__PersonRecordsAnHour"] = "10000000";
        if (isPostgres)
            start.Environment["ConnectionStrings__Postgres"] = await DatabaseAsync(store);
        else
            start.Environment["Storage__SqliteFile"] = folder.File($"{store}.db");

        var clock = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        var address = await AddressAsync(process);
        return new ServerProcess(process, address, clock.Elapsed, isPostgres);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                // From here on somebody has to read, or the server would wait for room in the pipe.
                _ = Drain(process.StandardOutput);
                return new Uri(line[(at + Listening.Length)..].Trim());
            }

            Console.Error.WriteLine($"  server: {line}");
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }

    private static async Task Drain(StreamReader output)
    {
        var isVerbose = Environment.GetEnvironmentVariable("BENCHMARK_SERVER_LOG") is not null;
        while (await output.ReadLineAsync() is { } line)
        {
            if (isVerbose)
                Console.Error.WriteLine($"  server: {line}");
        }
    }

    private static async Task<string> DatabaseAsync(string store)
    {
        var server = await PrivatePostgres.RequireAsync();
        await server.TryCreateAsync(store);
        return server.ConnectionString(store);
    }
}
