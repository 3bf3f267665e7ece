using System.Diagnostics;
using AgencyGraph.Benchmarks.Data;
using AgencyGraph.Benchmarks.Exchange;
using AgencyGraph.Benchmarks.Figures;
using AgencyGraph.Benchmarks.Machine;

namespace AgencyGraph.Benchmarks;

/// <summary>
/// From the moment at which a force sends an incident to the moment at which its frame is at each socket that is to see it: 50
/// incidents a second at a steady beat, whether or not the earlier ones are answered, and 200 subscriptions.
/// </summary>
internal static class LatencyBenchmark
{
    private const int WritesPerSecond = 50;
    private const int Subscriptions = 200;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(Report report, BenchmarkOrder order)
    {
        using var folder = new ScratchFolder();
        await using var server = await ServerProcess.StartAsync(folder, "latency", order.OnPostgres);
        Console.Error.WriteLine($"latency, {server.Database}");
        using var http = new HttpClient();
        var tokens = new Tokens(folder.KeyFile);
        var families = await Families.SettleAsync(server.Address, http, tokens);
        var subscribers = await Audience.OpenAsync(server.Address, tokens, Subscriptions);
        var writes = new Writes(new GraphClient(http, server.Address, tokens.Of("police-system", GreaterManchester.Force)), families);

        await writes.SendAsync(WritesPerSecond, TimeSpan.FromSeconds(order.IsQuick ? 6 : 10));
        var (first, cpuBefore) = (writes.All.Count, server.Cpu);
        await writes.SendAsync(WritesPerSecond, TimeSpan.FromSeconds(order.IsQuick ? 8 : 30));
        var cpu = server.Cpu - cpuBefore;
        await Task.Delay(Settling);
        foreach (var subscriber in subscribers)
            await subscriber.DisposeAsync();

        Tell(report, server, [.. writes.All.Skip(first)], subscribers, cpu);
    }

    private static void Tell(Report report, ServerProcess server, IReadOnlyList<Write> writes, IReadOnlyList<Subscriber> subscribers, TimeSpan cpu)
    {
        var (missing, doubled) = (0, 0);
        var (fromRequest, fromAnswer) = (new List<double>(), new List<double>());
        foreach (var subscriber in subscribers)
        {
            var came = subscriber.Arrivals.ToLookup(arrival => arrival.Number, arrival => arrival.At);
            foreach (var write in writes.Where(write => write.Concerns(subscriber)))
            {
                missing += came.Contains(write.Number) ? 0 : 1;
                doubled += Math.Max(0, came[write.Number].Count() - 1);
                fromRequest.AddRange(came[write.Number].Select(at => Stopwatch.GetElapsedTime(write.SentAt, at).TotalMilliseconds));
                fromAnswer.AddRange(came[write.Number].Select(at => Stopwatch.GetElapsedTime(write.AnsweredAt, at).TotalMilliseconds));
            }
        }

        report.Add(server.Database, "latency: writes measured", writes.Count, "");
        report.Add(server.Database, "latency: frames", fromRequest.Count, "");
        report.Add(server.Database, "latency: frames missing", missing, "", atMost: 0);
        report.Add(server.Database, "latency: frames doubled", doubled, "", atMost: 0);
        TellPercentiles(report, server, "request to frame", new Latencies(fromRequest), (25, 250));
        TellPercentiles(report, server, "answer to frame", new Latencies(fromAnswer), null);
        TellPercentiles(report, server, "request to answer",
            new Latencies(writes.Select(write => Stopwatch.GetElapsedTime(write.SentAt, write.AnsweredAt).TotalMilliseconds)), null);
        report.Add(server.Database, "latency: server CPU a write with its frames", cpu.TotalMilliseconds / writes.Count, "ms");
        report.Add(server.Database, "latency: server peak resident", ProcessFigures.PeakResidentMiB(server.Pid), "MiB");
    }

    private static void TellPercentiles(Report report, ServerProcess server, string what, Latencies latencies, (double P50, double P99)? goal)
    {
        report.Add(server.Database, $"latency: {what}, p50", latencies.Percentile(50), "ms", atMost: goal?.P50);
        report.Add(server.Database, $"latency: {what}, p99", latencies.Percentile(99), "ms", atMost: goal?.P99);
        report.Add(server.Database, $"latency: {what}, longest", latencies.Max, "ms");
    }
}
