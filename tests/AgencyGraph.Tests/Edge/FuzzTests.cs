using System.Globalization;
using System.Text;
using AgencyGraph.Contract.Engine;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace AgencyGraph.Tests.Edge;

/// <summary>
/// Requests by chance, right and wrong, over HTTP, sockets and server-sent events: the server answers each, fails on none, and tells nobody what is another
/// agency's. <c>AGENCYGRAPH_FUZZ_CASES</c> sets how many, <c>AGENCYGRAPH_FUZZ_SEED</c> where to begin.
/// </summary>
[BeginsEarly]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Nightly = 10_000;
    private const long MostGrowth = 64 * 1024 * 1024;

    /// <summary>Seeds that once found something.</summary>
    public static TheoryData<int> Kept => [1, 2, 3];

    [Fact]
    public async Task Whatever_is_sent_is_answered_and_nothing_of_others_is_told()
    {
        var cases = Number("AGENCYGRAPH_FUZZ_CASES") ?? 2_000;
        var first = Number("AGENCYGRAPH_FUZZ_SEED") ?? Random.Shared.Next();
        output.WriteLine($"{cases} requests from AGENCYGRAPH_FUZZ_SEED={first}");
        using var log = new FaultLog();
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, configure: builder => builder.Logging.AddProvider(log));
        await CanaryWorld.WriteAsync(exchange);
        await SendAsync(exchange, log, first, cases / 2);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await SendAsync(exchange, log, first + (cases / 2), cases - (cases / 2));

        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(cases < Nightly || growth < MostGrowth, $"{growth / 1024:N0} KiB more in the second half.");
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task What_was_found_once_stays_mended(int seed)
    {
        using var log = new FaultLog();
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, configure: builder => builder.Logging.AddProvider(log));
        await CanaryWorld.WriteAsync(exchange);
        await SendAsync(exchange, log, seed, 1);
    }

    [Fact]
    public async Task The_fuzz_reads_records_and_would_see_a_canary()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        await CanaryWorld.WriteAsync(exchange);
        var owner = exchange.As(Role.HubLead, CanaryWorld.Owner);
        Assert.Contains(CanaryWorld.Mark, await owner.AskTextAsync("{ children(first: 10) { nodes { identity { givenName } } } }"), StringComparison.Ordinal);
        var documents = new FuzzedDocuments(exchange.Services.GetRequiredService<GraphSchema>());
        var answered = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var answer = await owner.AskTextAsync(documents.Write(new Random(seed)));
            answered += answer.StartsWith("{\"data\":{", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(answered >= 20, $"Only {answered} of 100 documents are right enough to be run.");
    }

    private static async Task SendAsync(RunningExchange exchange, FaultLog log, int first, int count)
    {
        var documents = new FuzzedDocuments(exchange.Services.GetRequiredService<GraphSchema>());
        using var door = new FuzzDoor(exchange, exchange.As(Role.HubPractitioner, "BUR"));
        for (var seed = first; seed != first + count; seed++)
        {
            var chance = new Random(seed);
            var body = FuzzedBytes.Of(documents, chance);
            var fault = chance.Next(8) switch
            {
                0 or 1 => await door.BySocketAsync(body, chance),
                2 => await door.ByEventsAsync(body),
                _ => await door.ByHttpAsync(body),
            };
            fault ??= log.Faults.FirstOrDefault();
            Assert.True(fault is null, $"Seed {seed}: {fault}\n{Encoding.UTF8.GetString(body)}");
        }

        Assert.Contains("live", await door.HealthAsync(), StringComparison.Ordinal);
    }

    private static int? Number(string variable)
        => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;
}
