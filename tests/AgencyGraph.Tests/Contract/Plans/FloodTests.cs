using AgencyGraph.Agencies;
using AgencyGraph.Contract;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Contract.Plans;

/// <summary>Documents that come once leave next to nothing behind, and do not drive out those in use.</summary>
public sealed class FloodTests
{
    private const int Documents = 10_000;
    private const long MostGrowth = 24 * 1024 * 1024;

    [Fact]
    public async Task A_flood_of_distinct_documents_leaves_memory_flat()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var graph = exchange.Services.GetRequiredService<IGraphService>();
        var session = new Session(new Caller("flood", new AgencyCode("BUR"), Role.HubPractitioner, Purpose.Safeguarding), DateTimeOffset.MaxValue);
        await FloodAsync(0, 2_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await FloodAsync(2_000, Documents);

        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(growth < MostGrowth, $"{growth / 1024:N0} KiB more after {Documents:N0} documents.");

        async Task FloodAsync(int from, int count)
        {
            for (var i = from; i < from + count; i++)
            {
                var answer = await graph.ExecuteAsync(new GraphRequest($"{{ a{i}: __typename }} # {new string('x', 200)}", null, null, null), session, CancellationToken.None);
                Assert.Equal(200, answer.StatusCode);
            }
        }
    }
}
