using System.Diagnostics;
using AgencyGraph.Benchmarks.Data;
using AgencyGraph.Benchmarks.Exchange;
using AgencyGraph.Benchmarks.Fan;
using AgencyGraph.Benchmarks.Figures;
using AgencyGraph.Benchmarks.Load;
using AgencyGraph.Benchmarks.Machine;
using AgencyGraph.Benchmarks.Region;

namespace AgencyGraph.Benchmarks;

/// <summary>Ten thousand idle subscriptions of ten councils on one node, and events that a tenth of them are told.</summary>
internal static class IdleBenchmark
{
    private const int WholeSockets = 10_000;
    private const int QuickSockets = 2_500;
    private const int Events = 5;
    private const int SocketsAnAddress = 2_000;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(Report report, BenchmarkOrder order, string program)
    {
        using var folder = new ScratchFolder();
        _ = await RegionFile.PutAsync(folder, RegionSize.Quick, program);
        await using var server = await ServerProcess.StartAsync(folder, "region", isPostgres: false, program);
        var tokens = new Tokens(folder.KeyFile);
        var sockets = new List<IdleSocket>();
        try
        {
            var cpuBefore = server.Cpu;
            await OpenAsync(server, tokens, sockets, order.IsQuick ? QuickSockets : WholeSockets);
            var opening = (server.Cpu - cpuBefore).TotalMilliseconds / sockets.Count;
            await Task.Delay(Settling);
            report.Add("SQLite", "idle: subscriptions", sockets.Count, "");
            report.Add("SQLite", "idle: server CPU an opening", opening, "ms");
            report.Add("SQLite", "idle: all resident", ProcessFigures.ResidentMiB(server.Pid), "MiB", atMost: 1024);

            var told = sockets.Where((_, number) => number % GreaterManchester.Councils.Length == 0).ToList();
            var last = new List<double>();
            for (var number = 0; number < Events; number++)
                last.Add(await LastAsync(server, tokens.Of("police-system", GreaterManchester.Force), told, number));
            report.Add("SQLite", $"idle: request to the last of {told.Count}", new Latencies(last).Percentile(50), "ms", atMost: 250);
            report.Add("SQLite", "idle: most ever resident", ProcessFigures.PeakResidentMiB(server.Pid), "MiB", atMost: 1024);
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    private static async Task OpenAsync(ServerProcess server, Tokens tokens, List<IdleSocket> sockets, int count)
    {
        var councils = GreaterManchester.Councils.Select(council => tokens.Of("hub-practitioner", council)).ToArray();
        while (sockets.Count < count)
        {
            // From several addresses: one has ports for little more than these, and those of the last run are not all free again.
            var socket = await IdleSocket.OpenAsync(server.Address, "/graphql", from: $"127.0.0.{2 + (sockets.Count / SocketsAnAddress)}");
            await socket.SubscribeAsync(councils[sockets.Count % councils.Length], FanBenchmark.Flat);
            sockets.Add(socket);
        }
    }

    private static async Task<double> LastAsync(ServerProcess server, string force, List<IdleSocket> told, int number)
    {
        var child = InventedPerson.Child(new Random(number), 450_000 + number);
        var variables = LiveIncident.Variables(92_000 + number, GreaterManchester.Councils[0], [child], TimeProvider.System.GetUtcNow());
        var request = LoadRequest.Graph(server.Address, force, LiveIncident.Document, variables);
        var coming = told.ConvertAll(socket => socket.UpdateAsync());
        var sentAt = Stopwatch.GetTimestamp();
        using (var connection = new LoadConnection(server.Address))
            _ = connection.Ask(request);
        var came = await Task.WhenAll(coming).WaitAsync(TimeSpan.FromSeconds(60));
        return Stopwatch.GetElapsedTime(sentAt, came.Max(one => one.At)).TotalMilliseconds;
    }
}
