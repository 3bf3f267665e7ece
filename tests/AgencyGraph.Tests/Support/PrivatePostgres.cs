using System.Diagnostics;
using Npgsql;

namespace AgencyGraph.Tests.Support;

/// <summary>
/// A PostgreSQL server of the test run's own, from the installed binaries: one a run, reached by a Unix socket that only this user can
/// open. A shell holds it and waits on a pipe; when the test process ends, however it ends, the pipe closes and the shell clears up.
/// </summary>
public sealed class PrivatePostgres
{
    private const string Keeper = """
        set -e
        mkdir -m 700 "$ROOT"
        cd "$ROOT"
        exec >keeper.log 2>&1
        trap 'rm -rf "$ROOT"' EXIT
        "$BIN/initdb" -D data -U tests -A trust -E UTF8 --locale=C --no-sync
        "$BIN/postgres" -D "$ROOT/data" -k "$ROOT" -c listen_addresses='' -c max_connections=300 </dev/null &
        server=$!
        set +e
        cat >/dev/null
        kill -INT $server
        wait $server
        """;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly Lazy<Task<PrivatePostgres?>> Shared = new(StartAsync);

    private readonly Process keeper;
    private readonly string root;

    private PrivatePostgres(Process keeper, string root) => (this.keeper, this.root) = (keeper, root);

    /// <summary>The run's server; without one the test is skipped, or fails on CI.</summary>
    public static async Task<PrivatePostgres> RequireAsync()
    {
        var server = await Shared.Value;
        if (server is null)
            CannotRun.Because("PostgreSQL is not installed (neither on PATH nor in /usr/lib/postgresql), or there is no user to run it as.");
        return server ?? throw new InvalidOperationException("There is no server.");
    }

    /// <summary>With a limit that a busy machine does not reach.</summary>
    public string ConnectionString(string database)
        => new NpgsqlConnectionStringBuilder { Host = root, Database = database, Username = "tests", Timeout = 60, CommandTimeout = 60 }.ConnectionString;

    public async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own words.
        command.CommandText = statement;
#pragma warning restore CA2100
        _ = await command.ExecuteNonQueryAsync();
    }

    private static async Task<PrivatePostgres?> StartAsync()
    {
        if (PostgresBinaries.Find() is not { } binaries || PostgresBinaries.AsUser() is not { } asUser)
            return null;

        var root = $"{DatabaseFolders.Root}/agencygraph-pg-{Guid.NewGuid():N}";
        var start = new ProcessStartInfo(asUser[0], [.. asUser[1..], "sh", "-c", Keeper])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/tmp",
        };
        start.Environment["ROOT"] = root;
        start.Environment["BIN"] = binaries;
        var server = new PrivatePostgres(Process.Start(start) ?? throw new InvalidOperationException("No shell."), root);
        await server.WaitUntilReadyAsync();
        return server;
    }

    private async Task WaitUntilReadyAsync()
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (clock.Elapsed < StartLimit && !keeper.HasExited)
            {
                await Task.Delay(50);
            }
            catch (NpgsqlException exception)
            {
                var log = Path.Combine(root, "keeper.log");
                var words = File.Exists(log) ? await File.ReadAllTextAsync(log) : await keeper.StandardError.ReadToEndAsync();
                throw new InvalidOperationException($"The private PostgreSQL did not start:\n{words}", exception);
            }
        }
    }
}
