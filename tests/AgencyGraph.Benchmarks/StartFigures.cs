using System.Diagnostics;
using AgencyGraph.Benchmarks.Exchange;
using AgencyGraph.Benchmarks.Figures;
using AgencyGraph.Benchmarks.Load;
using AgencyGraph.Benchmarks.Machine;

namespace AgencyGraph.Benchmarks;

/// <summary>From starting the process until the first query is answered, over a database that is there; and memory at rest.</summary>
internal static class StartFigures
{
    private const int Starts = 3;
    private const double MostSeconds = 1.5;
    private const double MostMiB = 150;

    private static readonly TimeSpan AtRest = TimeSpan.FromSeconds(2);

    public static async Task AddAsync(Report report, ScratchFolder folder, bool isPostgres, bool isQuick, string program)
    {
        var tokens = new Tokens(folder.KeyFile);
        var database = isPostgres ? "PostgreSQL" : "SQLite";
        var (ready, resident, anonymous) = (new List<double>(), new List<double>(), new List<double>());
        for (var start = 0; start < (isQuick ? 1 : Starts); start++)
        {
            var clock = Stopwatch.StartNew();
            await using var server = await ServerProcess.StartAsync(folder, "region", isPostgres, program);
            using (var connection = new LoadConnection(server.Address))
                _ = connection.Ask(LoadRequest.Graph(server.Address, tokens.Of("hub-practitioner", "MAN"), "{ children(first: 1) { nodes { id } } }", null));
            ready.Add(clock.Elapsed.TotalSeconds);
            await Task.Delay(AtRest);
            resident.Add(ProcessFigures.ResidentMiB(server.Pid));
            anonymous.Add(ProcessFigures.AnonymousMiB(server.Pid));
        }

        report.Add(database, "start until the first answer", Median(ready), "s", atMost: MostSeconds);
        report.Add(database, "at rest: resident", Median(resident), "MiB", atMost: MostMiB);
        report.Add(database, "at rest: anonymous", Median(anonymous), "MiB");
    }

    private static double Median(IEnumerable<double> values) => new Latencies(values).Percentile(50);
}
