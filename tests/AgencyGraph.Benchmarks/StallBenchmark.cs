using AgencyGraph.Benchmarks.Exchange;
using AgencyGraph.Benchmarks.Figures;
using AgencyGraph.Benchmarks.Machine;
using AgencyGraph.Benchmarks.Stall;

namespace AgencyGraph.Benchmarks;

/// <summary>Fifty who follow one council, of whom five stop reading: what the others notice of it, and what the server holds for it; in turns with none who stall.</summary>
internal static class StallBenchmark
{
    private const int Readers = 45;
    private const int Stalled = 5;

    public static async Task RunAsync(Report report, BenchmarkOrder order)
    {
        using var folder = new ScratchFolder();
        await using var server = await ChildProcess.StartAsync(HeapServer.Verb, folder.KeyFile, folder.File("stall.db"));
        var tokens = new Tokens(folder.KeyFile);
        var (rounds, duration) = order.IsQuick ? (3, TimeSpan.FromSeconds(8)) : (6, TimeSpan.FromSeconds(12));
        _ = await StallRound.PlayAsync(server, tokens, 1, Readers, Stalled, duration);

        var (without, with) = (new List<StallRound>(), new List<StallRound>());
        for (var round = 1; round <= rounds; round++)
        {
            // Who comes first changes: whatever grows with time burdens both alike.
            var (first, second) = round % 2 == 0 ? (0, Stalled) : (Stalled, 0);
            foreach (var (i, stalled) in new[] { first, second }.Index())
                (stalled == 0 ? without : with).Add(await StallRound.PlayAsync(
                    server, tokens, (2 * round) + i, Readers, stalled, duration, untilCutOff: round == rounds && stalled > 0));
        }

        Tell(report, without, with);
    }

    private static void Tell(Report report, List<StallRound> without, List<StallRound> with)
    {
        var (free, burdened) = (P99(without), P99(with));
        var (usual, held) = (Heap(without), Heap(with));
        report.Add("SQLite", "5 of 50 stalled: cut off before they were sent everything", with.Sum(round => round.CutOff ?? 0), "", atLeast: Stalled);
        report.Add("SQLite", "5 of 50 stalled: the others' frames missing", without.Concat(with).Sum(round => round.Missing), "", atMost: 0);
        report.Add("SQLite", "5 of 50 stalled: the others' p99, request to frame", burdened, "ms");
        report.Add("SQLite", "none stalled: the same 45's p99", free, "ms");
        report.Add("SQLite", "5 of 50 stalled: the others' p99 to that without", burdened / free, "", atMost: 2);
        report.Add("SQLite", "5 of 50 stalled: managed heap after a collection", held, "MiB");
        report.Add("SQLite", "none stalled: managed heap after a collection", usual, "MiB");
        report.Add("SQLite", "5 of 50 stalled: heap to that without", held / usual, "", atMost: 1.05);
    }

    private static double P99(List<StallRound> rounds) => new Latencies(rounds.SelectMany(round => round.Milliseconds)).Percentile(99);

    private static double Heap(List<StallRound> rounds) => rounds.Average(round => round.HeapMiB);
}
