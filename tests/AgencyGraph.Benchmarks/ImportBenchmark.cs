using AgencyGraph.Benchmarks.Data;
using AgencyGraph.Benchmarks.Exchange;
using AgencyGraph.Benchmarks.Figures;
using AgencyGraph.Benchmarks.Machine;

namespace AgencyGraph.Benchmarks;

/// <summary>A force's backlog, by the import command through the public graph.</summary>
internal static class ImportBenchmark
{
    private const int Whole = 20_000;
    private const int Quick = 8_000;
    private const double IncidentsPerSecond = 1_000;
    private const double MostMiB = 400;

    public static async Task RunAsync(Report report, BenchmarkOrder order)
    {
        var incidents = order.IsQuick ? Quick : Whole;
        using var folder = new ScratchFolder();
        await using var server = await ServerProcess.StartAsync(folder, "import", order.OnPostgres);
        Console.Error.WriteLine($"import, {server.Database}");
        await using var watch = new MemoryWatch(server.Pid);
        var (cpuBefore, extract) = (server.Cpu, folder.File("extract.ndjson"));
        new ForceExtract(incidents).Write(extract);

        var token = new Tokens(folder.KeyFile).Of("police-system", GreaterManchester.Force);
        var (took, importerPeak) = await Importer.ImportAsync(extract, server.Address, token);
        report.Add(server.Database, "import: incidents a second", incidents / took.TotalSeconds, "/s", atLeast: order.OnPostgres ? null : IncidentsPerSecond);
        report.Add(server.Database, "import: server CPU an incident", (server.Cpu - cpuBefore).TotalMilliseconds / incidents, "ms");
        report.Add(server.Database, "import: server peak resident", watch.PeakResidentMiB, "MiB", atMost: MostMiB);
        report.Add(server.Database, "import: server peak anonymous", watch.PeakAnonymousMiB, "MiB");
        report.Add(server.Database, "import: importer peak resident", importerPeak, "MiB", atMost: MostMiB);
    }
}
