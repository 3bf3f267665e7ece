using System.Diagnostics;
using AgencyGraph.Benchmarks.Data;
using AgencyGraph.Benchmarks.Exchange;
using AgencyGraph.Benchmarks.Fan;
using AgencyGraph.Benchmarks.Figures;
using AgencyGraph.Benchmarks.Limit;
using AgencyGraph.Benchmarks.Load;
using AgencyGraph.Benchmarks.Machine;
using AgencyGraph.Benchmarks.Region;

namespace AgencyGraph.Benchmarks;

/// <summary>S1, S2: thousands of idle sockets of one council, and one event; in turns with a bare loop over as many sockets.</summary>
internal static class FanBenchmark
{
    private const int WholeSockets = 5_000;
    private const int QuickSockets = 1_500;
    private const int WarmingEvents = 15;
    private const int Events = 5;

    internal const string Flat = """
        subscription { updates { id sequence cursor previousCursor occurredAt recordedAt ... on IncidentRecorded { incident { id version reference kind riskGrade } } } }
        """;

    private const string Nested = """
        subscription { updates { id sequence cursor ... on IncidentRecorded { incident {
          id reference kind riskGrade occurredAt force { code name } council { code name }
          children { role record { givenName surname bornOn } child { id incidents(first: 3) { nodes { id kind } } } } } } } }
        """;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    /// <summary>The runtime compiles anew what is run often when nothing new has been run for a tenth of a second.</summary>
    private static readonly TimeSpan TieringPause = TimeSpan.FromMilliseconds(300);

    public static async Task RunAsync(Report report, BenchmarkOrder order, string program)
    {
        using var folder = new ScratchFolder();
        var file = await RegionFile.PutAsync(folder, RegionSize.Quick, program);
        var count = order.IsQuick ? QuickSockets : WholeSockets;
        foreach (var (name, document) in new[] { ("S1", Flat), ("S2, nested", Nested) })
        {
            FanFigures product;
            int bytes;
            await using (var server = await ServerProcess.StartAsync(folder, "region", isPostgres: false, program))
            {
                var tokens = new Tokens(folder.KeyFile);
                var (hub, force) = (tokens.Of("hub-practitioner", "BUR"), tokens.Of("police-system", GreaterManchester.Force));
                (product, bytes) = await MeasureAsync(count, server.Pid, server.Address, "/graphql",
                    socket => socket.SubscribeAsync(hub, document), number => Record(server.Address, force, name, number));
            }

            await using var limit = await ChildProcess.StartAsync(LimitServer.Verb, file);
            var (least, _) = await MeasureAsync(count, limit.Pid, limit.Address, "/ws", _ => Task.CompletedTask, _ => LoadRequest.Get(limit.Address, $"/fan?{bytes}"));
            product.Add(report, name, least, bytes);
        }
    }

    private static byte[] Record(Uri address, string token, string name, int number)
    {
        var child = InventedPerson.Child(new Random(number), 440_000 + number + (name == "S1" ? 0 : 100));
        return LoadRequest.Graph(
            address, token, LiveIncident.Document,
            LiveIncident.Variables(number + (name == "S1" ? 90_000 : 91_000), "BUR", [child], TimeProvider.System.GetUtcNow()));
    }

    private static async Task<(FanFigures Figures, int Bytes)> MeasureAsync(
        int count, int pid, Uri address, string path, Func<IdleSocket, Task> subscribeAsync, Func<int, byte[]> trigger)
    {
        var sockets = new List<IdleSocket>();
        try
        {
            sockets.Add(await OpenAsync()); // The first makes what all share.
            await Task.Delay(Settling);
            var before = ProcessFigures.ResidentMiB(pid);
            while (sockets.Count < count)
                sockets.Add(await OpenAsync());
            await Task.Delay(Settling);
            var kibibytes = (ProcessFigures.ResidentMiB(pid) - before) * 1024 / count;
            var (last, cpu, bytes) = (new List<double>(), new List<double>(), 0);
            for (var number = 0; number < WarmingEvents + Events; number++)
            {
                var coming = sockets.ConvertAll(socket => socket.UpdateAsync());
                var cpuBefore = ProcessFigures.Cpu(pid);
                var sentAt = Stopwatch.GetTimestamp();
                using (var connection = new LoadConnection(address))
                    _ = connection.Ask(trigger(number));
                var came = await Task.WhenAll(coming).WaitAsync(TimeSpan.FromSeconds(60));
                last.Add(Stopwatch.GetElapsedTime(sentAt, came.Max(one => one.At)).TotalMilliseconds);
                await Task.Delay(TieringPause);
                cpu.Add((ProcessFigures.Cpu(pid) - cpuBefore).TotalMilliseconds);
                bytes = came[0].Bytes;
            }

            var (lastMedian, cpuMedian) = (new Latencies(last[WarmingEvents..]).Percentile(50), new Latencies(cpu[WarmingEvents..]).Percentile(50));
            return (new FanFigures(kibibytes, lastMedian, cpuMedian), bytes);
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }

        async Task<IdleSocket> OpenAsync()
        {
            var socket = await IdleSocket.OpenAsync(address, path);
            await subscribeAsync(socket);
            return socket;
        }
    }
}
