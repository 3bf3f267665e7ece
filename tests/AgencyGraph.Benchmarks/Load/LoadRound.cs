using System.Diagnostics;
using AgencyGraph.Benchmarks.Figures;
using AgencyGraph.Benchmarks.Machine;

namespace AgencyGraph.Benchmarks.Load;

/// <summary>What one round of asking gave.</summary>
internal sealed record LoadRound(double PerSecond, double CpuMilliseconds, double P50, double P99)
{
    /// <summary>So many threads, each with a connection, ask what <paramref name="next"/> gives until the time is over.</summary>
    public static LoadRound Run(Uri address, int pid, int connections, TimeSpan duration, Func<Random, ReadOnlyMemory<byte>> next)
    {
        var took = new List<double>[connections];
        var (begin, cpuBefore) = (Stopwatch.GetTimestamp(), ProcessFigures.Cpu(pid));
        var threads = Enumerable.Range(0, connections).Select(number => new Thread(() => took[number] = Ask(number))).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        var (elapsed, cpu) = (Stopwatch.GetElapsedTime(begin), ProcessFigures.Cpu(pid) - cpuBefore);
        var latencies = new Latencies(took.SelectMany(each => each));
        return new LoadRound(
            latencies.Count / elapsed.TotalSeconds, cpu.TotalMilliseconds / latencies.Count, latencies.Percentile(50), latencies.Percentile(99));

        List<double> Ask(int number)
        {
            using var connection = new LoadConnection(address);
            var (chance, each) = (new Random(number), new List<double>(200_000));
            while (Stopwatch.GetElapsedTime(begin) < duration)
            {
                var at = Stopwatch.GetTimestamp();
                _ = connection.Ask(next(chance).Span);
                each.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            }

            return each;
        }
    }

    /// <summary>Of several rounds the median of each figure.</summary>
    public static LoadRound MedianOf(IReadOnlyList<LoadRound> rounds) => new(
        Median(rounds.Select(round => round.PerSecond)), Median(rounds.Select(round => round.CpuMilliseconds)),
        Median(rounds.Select(round => round.P50)), Median(rounds.Select(round => round.P99)));

    private static double Median(IEnumerable<double> values) => new Latencies(values).Percentile(50);
}
