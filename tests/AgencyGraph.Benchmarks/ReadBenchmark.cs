using AgencyGraph.Benchmarks.Exchange;
using AgencyGraph.Benchmarks.Figures;
using AgencyGraph.Benchmarks.Limit;
using AgencyGraph.Benchmarks.Load;
using AgencyGraph.Benchmarks.Machine;
using AgencyGraph.Benchmarks.Region;
using AgencyGraph.Tests.Support;

namespace AgencyGraph.Benchmarks;

/// <summary>
/// Q1, Q2, Q3: the server without its ledger of disclosures, which has a line of its own, and, in turns with it, the least that such answers cost on this
/// machine; the same data, the same bytes.
/// </summary>
internal static class ReadBenchmark
{
    private const int Connections = 16;
    private const int Compared = 1_000;
    private const string Store = "region";

    public static async Task RunAsync(Report report, BenchmarkOrder order, string program)
    {
        using var folder = new ScratchFolder();
        var file = await RegionFile.PutAsync(folder, order.IsQuick ? RegionSize.Quick : RegionSize.Whole, program);
        var postgres = order.OnPostgres ? await CopyAsync(folder, file, program) : null;
        await StartFigures.AddAsync(report, folder, order.OnPostgres, order.IsQuick, program);
        await using var product = await HostedServer.StartAsync(folder, Store, order.OnPostgres, isRecorded: false);
        await using var limit = await (postgres is null ? ChildProcess.StartAsync(LimitServer.Verb, file) : ChildProcess.StartAsync(LimitServer.Verb, file, postgres));

        var questions = Questions.Of(file, product.Address, limit.Address, new Tokens(folder.KeyFile));
        foreach (var question in questions)
            question.Compare(Compared);
        report.Add(product.Database, "Q1, Q2, Q3: answers other than the limit's", 0, "", atMost: 0);

        var time = order.IsQuick ? new Times(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), 3) : new Times(TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(5), 5);
        foreach (var question in questions)
            Measure(report, question, product, limit, time);
        report.Add(product.Database, "after the reads: resident", ProcessFigures.PeakResidentMiB(product.Pid), "MiB");
        report.Add(product.Database, "after the reads: anonymous", ProcessFigures.AnonymousMiB(product.Pid), "MiB");
    }

    /// <returns>How to connect to the same region on PostgreSQL.</returns>
    private static async Task<string> CopyAsync(ScratchFolder folder, string file, string program)
    {
        await using (var server = await ServerProcess.StartAsync(folder, Store, isPostgres: true, program))
        {
            // Its tables are all that is wanted of it.
        }

        var postgres = (await PrivatePostgres.RequireAsync()).ConnectionString(Store);
        await RegionCopy.CopyAsync(file, postgres);
        return postgres;
    }

    private static void Measure(Report report, Question question, HostedServer product, ChildProcess limit, Times time)
    {
        _ = AskProduct(time.WarmUp);
        _ = AskLimit(time.WarmUp);
        var (products, limits) = (new List<LoadRound>(), new List<LoadRound>());
        for (var round = 0; round < time.Rounds; round++)
        {
            products.Add(AskProduct(time.Round));
            limits.Add(AskLimit(time.Round));
        }

        question.Add(report, product.Database, LoadRound.MedianOf(products), LoadRound.MedianOf(limits));

        LoadRound AskProduct(TimeSpan duration) => LoadRound.Run(product.Address, product.Pid, Connections, duration, question.OfProduct);

        LoadRound AskLimit(TimeSpan duration) => LoadRound.Run(limit.Address, limit.Pid, Connections, duration, question.OfLimit);
    }

    private sealed record Times(TimeSpan WarmUp, TimeSpan Round, int Rounds);
}
