using System.Diagnostics;
using AgencyGraph.Tests.Support;
using Npgsql;

namespace AgencyGraph.Tests.Endurance;

/// <summary>A PostgreSQL server of one test's own, that is killed and started again.</summary>
internal sealed class MortalPostgres : IAsyncDisposable
{
    // Reads what to do from the pipe; when that closes, it clears up.
    private const string Keeper = """
        mkdir -m 700 "$ROOT" && cd "$ROOT" || exit 1
        exec >keeper.log 2>&1
        trap 'rm -rf "$ROOT"' EXIT
        "$BIN/initdb" -D data -U tests -A trust -E UTF8 --locale=C --no-sync || exit 1
        begin() { "$BIN/postgres" -D "$ROOT/data" -k "$ROOT" -c listen_addresses='' -c max_connections=100 </dev/null & server=$!; }
        begin
        while read -r signal; do
          kill -"$signal" $server
          wait $server
          # Orphans of the killed one end by themselves; until then the data are theirs.
          until begin; sleep 0.3; kill -0 $server 2>/dev/null; do :; done
        done
        kill -INT $server
        wait $server
        """;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process keeper;
    private readonly string root = $"/tmp/agencygraph-mortal-{Guid.NewGuid():N}";

    private MortalPostgres(string binaries, string[] asUser)
    {
        var start = new ProcessStartInfo(asUser[0], [.. asUser[1..], "sh", "-c", Keeper]) { RedirectStandardInput = true, WorkingDirectory = "/tmp" };
        (start.Environment["ROOT"], start.Environment["BIN"]) = (root, binaries);
        keeper = Process.Start(start) ?? throw new InvalidOperationException("No shell.");
    }

    public string ConnectionString
        => new NpgsqlConnectionStringBuilder { Host = root, Database = "postgres", Username = "tests", Timeout = 10, CommandTimeout = 20 }.ConnectionString;

    public static async Task<MortalPostgres> StartAsync()
    {
        if (PostgresBinaries.Find() is not { } binaries || PostgresBinaries.AsUser() is not { } asUser)
        {
            CannotRun.Because("PostgreSQL is not installed, or there is no user to run it as.");
            throw new InvalidOperationException("Skipped.");
        }

        var server = new MortalPostgres(binaries, asUser);
        await server.ReadyAsync();
        return server;
    }

    /// <summary><c>KILL</c>, or <c>QUIT</c>: PostgreSQL's immediate stop.</summary>
    public async Task KillAsync(string signal)
    {
        await keeper.StandardInput.WriteLineAsync(signal);
        await keeper.StandardInput.FlushAsync();
    }

    public async Task ReadyAsync()
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException && clock.Elapsed < Limit && !keeper.HasExited)
            {
                await Task.Delay(20);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
    }
}
