using AgencyGraph.Benchmarks.Data;
using AgencyGraph.Benchmarks.Exchange;
using AgencyGraph.Benchmarks.Figures;
using AgencyGraph.Benchmarks.Limit;
using AgencyGraph.Benchmarks.Load;
using AgencyGraph.Benchmarks.Machine;
using AgencyGraph.Benchmarks.Region;

namespace AgencyGraph.Benchmarks;

/// <summary>M1: incidents recorded one by one by 64 at once; in turns with the same rows by prepared inserts that share a flush.</summary>
internal static class WriteBenchmark
{
    private const int Connections = 64;
    private const int Prepared = 120_000;

    /// <summary>Rounds until what is written most has been compiled for good.</summary>
    private const int WarmRounds = 6;
    private const int QuickWarmRounds = 3;

    public static async Task RunAsync(Report report, BenchmarkOrder order, string program)
    {
        using var folder = new ScratchFolder();
        using var other = new ScratchFolder();
        _ = await RegionFile.PutAsync(folder, RegionSize.Quick, program);
        var limitFile = await RegionFile.PutAsync(other, RegionSize.Quick, program);
        await using var product = await ServerProcess.StartAsync(folder, "region", isPostgres: false, program);
        await using var limit = await ChildProcess.StartAsync(LimitServer.Verb, limitFile);

        var requests = Requests(product.Address, new Tokens(folder.KeyFile).Of("police-system", GreaterManchester.Force));
        var least = LoadRequest.Get(limit.Address, "/m1");
        var sent = -1;
        var duration = TimeSpan.FromSeconds(order.IsQuick ? 2 : 6);
        for (var round = 0; round < (order.IsQuick ? QuickWarmRounds : WarmRounds); round++)
            Console.Error.WriteLine($"  warming: {AskProduct().PerSecond:N0}/s");
        _ = AskLimit();
        var (products, limits) = (new List<LoadRound>(), new List<LoadRound>());
        for (var round = 0; round < 3; round++)
        {
            products.Add(AskProduct());
            limits.Add(AskLimit());
        }

        new Question("M1, an incident recorded", product.Address, limit.Address, [], LeastRate: 0.5, MostCpu: null)
            .Add(report, product.Database, LoadRound.MedianOf(products), LoadRound.MedianOf(limits));

        LoadRound AskProduct() => LoadRound.Run(
            product.Address, product.Pid, Connections, duration, _ => requests[Interlocked.Increment(ref sent)]);

        LoadRound AskLimit() => LoadRound.Run(limit.Address, limit.Pid, Connections, duration, _ => least);
    }

    private static List<byte[]> Requests(Uri address, string token)
    {
        const int FirstStranger = 300_000;
        var chance = new Random(3);
        var now = TimeProvider.System.GetUtcNow();
        return [.. Enumerable.Range(0, Prepared).Select(number => LoadRequest.Graph(
            address, token, LiveIncident.Document,
            LiveIncident.Variables(number, "BUR", [InventedPerson.Child(chance, FirstStranger + number)], now)))];
    }
}
