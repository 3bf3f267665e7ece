using AgencyGraph.Tests.Receipts;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Xunit.Abstractions;

namespace AgencyGraph.Tests.Endurance;

/// <summary>Servers that the network parts from their database, while another one sees it and writes.</summary>
[Collection(Alone.Name)]
public sealed class PartitionTests(ITestOutputHelper output)
{
    private const int Nodes = 5;
    private const int Batch = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);
    private static readonly int Rounds = FaultSize.Of(10, 200) / Nodes;

    [SkippableFact]
    public async Task A_server_that_does_not_see_its_database_says_so_and_afterwards_tells_everything_once_and_in_order()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var seeing = await RunningExchange.StartOnAsync(database);
        var force = seeing.As(Role.PoliceSystem, Sample.Force);
        var nodes = new List<PartedNode>();
        for (var i = 0; i < Nodes; i++)
            nodes.Add(await PartedNode.StartAsync(database.Options, (StreamWay)(i % 2), Rounds * 2 * Batch));

        await using var promptness = new Promptness();
        var written = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await WriteAsync();
            await UntilAsync(nodes, node => node.Heard >= written);
            nodes.ForEach(node => node.Network.Part());
            var parted = Task.WhenAll(nodes.Select(node => node.FailsAsync(promptness)));
            await UntilAsync(nodes, node => node.IsBlind);
            await parted;
            await Task.WhenAll(nodes.Select(node => node.FailsAsync(promptness)));
            await WriteAsync();
            nodes.ForEach(node => node.Network.Heal());
            await Task.WhenAll(nodes.Select(node => node.ServesAsync(promptness)));
        }

        foreach (var words in promptness.KeepsWithin(Promised, 2 * Rounds * Nodes, "reads fail", "writes fail")
            .Concat(promptness.KeepsWithin(Promised, Rounds * Nodes, "reads are back", "writes are back")))
            output.WriteLine(words);

        foreach (var node in nodes)
        {
            Assert.Equal(Enumerable.Range(1, written), await node.AllAsync());
            await node.DisposeAsync();
        }

        async Task WriteAsync()
        {
            for (var i = 0; i < Batch; i++)
                _ = await force.RecordAsync(++written, "BUR");
        }
    }

    private static async Task UntilAsync(List<PartedNode> nodes, Func<PartedNode, bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!nodes.TrueForAll(node => condition(node)))
        {
            if (nodes.Find(node => node.HasFailed) is { } failed)
                _ = await failed.AllAsync();
            await Task.Delay(20, limit.Token);
        }
    }
}
