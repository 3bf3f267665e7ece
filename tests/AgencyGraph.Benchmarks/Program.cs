using AgencyGraph.Benchmarks;
using AgencyGraph.Benchmarks.Figures;
using AgencyGraph.Benchmarks.Limit;
using AgencyGraph.Benchmarks.Machine;
using AgencyGraph.Benchmarks.Stall;

if (args is [Importer.Verb, .. var rest])
    return await Importer.RunAsync(rest);
if (args is [LimitServer.Verb, var file, .. var postgres])
    return await LimitServer.RunAsync(file, postgres.FirstOrDefault());
if (args is [HostedServer.Verb, .. var settings])
    return await HostedServer.RunAsync(settings);
if (args is [HeapServer.Verb, var keyFile, var sqliteFile])
    return await HeapServer.RunAsync(keyFile, sqliteFile);
if (BenchmarkOrder.Parse(args) is not { } order)
{
    Console.Error.WriteLine(BenchmarkOrder.Usage);
    return 2;
}

var report = new Report();
var program = order.ProgramFolder ?? (order.Verb == "deadlines" ? "" : await PublishedServer.PublishAsync());
if (order.Wants("import"))
    await ImportBenchmark.RunAsync(report, order);
if (order.Wants("latency"))
    await LatencyBenchmark.RunAsync(report, order);
if (order.Wants("reads"))
    await ReadBenchmark.RunAsync(report, order, program);
if (order.Wants("ledger") && !order.OnPostgres)
    await LedgerBenchmark.RunAsync(report, order, program);
if (order.Wants("writes") && !order.OnPostgres)
    await WriteBenchmark.RunAsync(report, order, program);
if (order.Wants("fan") && !order.OnPostgres)
    await FanBenchmark.RunAsync(report, order, program);
if (order.Wants("stall") && !order.OnPostgres)
    await StallBenchmark.RunAsync(report, order);
if (order.Wants("idle") && !order.OnPostgres)
    await IdleBenchmark.RunAsync(report, order, program);
if (order.Wants("revoke"))
    await RevokeBenchmark.RunAsync(report, order);
if (order.Wants("deadlines"))
    await DeadlineBenchmark.RunAsync(report, order);
if (order.Verb == "memory")
    await MemoryBenchmark.RunAsync(report, program);

Console.WriteLine(report.Table());
if (order.JsonFile is { } json)
    await File.WriteAllTextAsync(json, report.Json());
return report.AreGoalsReached ? 0 : 1;
