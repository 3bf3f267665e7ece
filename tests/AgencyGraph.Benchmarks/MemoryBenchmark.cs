using AgencyGraph.Benchmarks.Exchange;
using AgencyGraph.Benchmarks.Figures;
using AgencyGraph.Benchmarks.Load;
using AgencyGraph.Benchmarks.Machine;
using AgencyGraph.Benchmarks.Region;

namespace AgencyGraph.Benchmarks;

/// <summary>What the server holds while 64 ask at once for 50 children each, of a million.</summary>
internal static class MemoryBenchmark
{
    private const int Connections = 64;
    private const double MostMiB = 600;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(Report report, string program)
    {
        using var folder = new ScratchFolder();
        var file = await RegionFile.PutAsync(folder, RegionSize.Million, program);
        await using var server = await ServerProcess.StartAsync(folder, "region", isPostgres: false, program);
        var question = Questions.Of(file, server.Address, server.Address, new Tokens(folder.KeyFile))[1];
        await using var watch = new MemoryWatch(server.Pid);
        var round = LoadRound.Run(server.Address, server.Pid, Connections, Duration, question.OfProduct);

        const string Name = "a million children, 64 at once";
        report.Add(server.Database, $"{Name}: requests a second", round.PerSecond, "/s");
        report.Add(server.Database, $"{Name}: server CPU a request", round.CpuMilliseconds, "ms");
        report.Add(server.Database, $"{Name}: p99", round.P99, "ms");
        // A mapped database counts as resident, and can be taken back at any time: what is held is the anonymous part.
        report.Add(server.Database, $"{Name}: peak anonymous", watch.PeakAnonymousMiB, "MiB", atMost: MostMiB);
        report.Add(server.Database, $"{Name}: peak resident", watch.PeakResidentMiB, "MiB");
    }
}
