using AgencyGraph.Benchmarks.Exchange;
using AgencyGraph.Benchmarks.Figures;
using AgencyGraph.Benchmarks.Load;
using AgencyGraph.Benchmarks.Machine;
using AgencyGraph.Benchmarks.Region;

namespace AgencyGraph.Benchmarks;

/// <summary>Q1 and Q2 by 64 at once, recorded as disclosed and, in turns with that, not.</summary>
internal static class LedgerBenchmark
{
    private const int Connections = 64;
    private const double LeastOfQ1 = 0.5;
    private const double LeastOfQ2 = 0.85;

    public static async Task RunAsync(Report report, BenchmarkOrder order, string program)
    {
        using var folder = new ScratchFolder();
        var file = await RegionFile.PutAsync(folder, order.IsQuick ? RegionSize.Quick : RegionSize.Whole, program);
        await using var recorded = await HostedServer.StartAsync(folder, "region", isPostgres: false, isRecorded: true);
        await using var unrecorded = await HostedServer.StartAsync(folder, "region", isPostgres: false, isRecorded: false);
        var questions = Questions.Of(file, recorded.Address, recorded.Address, new Tokens(folder.KeyFile)).Take(2);
        var round = TimeSpan.FromSeconds(order.IsQuick ? 3 : 6);
        foreach (var (question, least) in questions.Zip([LeastOfQ1, LeastOfQ2]))
            Measure(report, question, recorded, unrecorded, round, least);
    }

    private static void Measure(Report report, Question question, HostedServer recorded, HostedServer unrecorded, TimeSpan duration, double least)
    {
        const int Rounds = 3;
        _ = Ask(recorded);
        _ = Ask(unrecorded);
        var (with, without) = (new List<LoadRound>(), new List<LoadRound>());
        for (var i = 0; i < Rounds; i++)
        {
            with.Add(Ask(recorded));
            without.Add(Ask(unrecorded));
        }

        var (kept, bare) = (LoadRound.MedianOf(with), LoadRound.MedianOf(without));
        report.Add(recorded.Database, $"ledger, {question.Name}: requests a second", kept.PerSecond, "/s");
        report.Add(recorded.Database, $"ledger, {question.Name}: without", bare.PerSecond, "/s");
        report.Add(recorded.Database, $"ledger, {question.Name}: rate to that without", kept.PerSecond / bare.PerSecond, "", atLeast: least);
        report.Add(recorded.Database, $"ledger, {question.Name}: server CPU a request", kept.CpuMilliseconds, "ms");
        report.Add(recorded.Database, $"ledger, {question.Name}: without, CPU", bare.CpuMilliseconds, "ms");
        report.Add(recorded.Database, $"ledger, {question.Name}: p99", kept.P99, "ms");

        LoadRound Ask(HostedServer server) => LoadRound.Run(server.Address, server.Pid, Connections, duration, question.OfProduct);
    }
}
