using System.Globalization;
using System.Text.Json;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Receipts;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit.Sdk;
using static AgencyGraph.Tests.Receipts.Acknowledging;

namespace AgencyGraph.Tests.Endurance;

/// <summary>Servers that the network parts from their database, while another one sees it and writes.</summary>
[BeginsEarly]
public sealed class PartitionTests
{
    private const int Nodes = 5;
    private const int Batch = 5;
    private const string Watch = "subscription($after: Cursor) { updates(after: $after) { cursor ... on IncidentRecorded { incident { reference } } } }";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly int Rounds = FaultSize.Of(10, 200) / Nodes;

    [SkippableFact]
    public async Task A_server_that_does_not_see_its_database_says_so_and_afterwards_tells_everything_once_and_in_order()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var seeing = await RunningExchange.StartOnAsync(database);
        var force = seeing.As(Role.PoliceSystem, Sample.Force);
        var nodes = new List<Node>();
        for (var i = 0; i < Nodes; i++)
            nodes.Add(await Node.StartAsync(database.Options, (StreamWay)(i % 2), Rounds * 2 * Batch));

        var written = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await WriteAsync();
            await UntilAsync(nodes, node => node.Heard >= written);
            nodes.ForEach(node => node.Network.Part());
            await UntilAsync(nodes, node => node.IsBlind);
            await WriteAsync();
            foreach (var code in await Task.WhenAll(nodes.Select(node => node.AskAsync())))
                Assert.Equal("UNAVAILABLE", code);
            nodes.ForEach(node => node.Network.Heal());
        }

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

    private static async Task UntilAsync(List<Node> nodes, Func<Node, bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!nodes.TrueForAll(node => condition(node)))
        {
            if (nodes.Find(node => node.HasFailed) is { } failed)
                _ = await failed.AllAsync();
            await Task.Delay(20, limit.Token);
        }
    }

    /// <summary>A server beyond a network of its own, and one who follows it and comes again whenever the stream ends.</summary>
    private sealed class Node(PartedNetwork network, TestDatabase database, RunningExchange exchange) : IAsyncDisposable
    {
        private readonly List<int> heard = [];
        private Task following = Task.CompletedTask;
        private int count;

        public PartedNetwork Network => network;

        public int Heard => Volatile.Read(ref count);

        public bool HasFailed => following.IsFaulted;

        public bool IsBlind => exchange.Services.GetRequiredService<DatabaseContact>().IsBlind;

        public static async Task<Node> StartAsync(StorageOptions options, StreamWay way, int all)
        {
            var straight = new NpgsqlConnectionStringBuilder(options.PostgresConnectionString);
            var network = new PartedNetwork(straight.Host!); // The tests' own server has one.
            // With the exchange's own limits.
            var beyond = new NpgsqlConnectionStringBuilder { Host = network.Host, Database = straight.Database, Username = straight.Username };
            var database = TestDatabase.On(new StorageOptions { PostgresConnectionString = beyond.ConnectionString });
            var node = new Node(network, database, await RunningExchange.StartOnAsync(database));
            var hub = node.Hub;
            var start = Text((await hub.DataAsync("{ feedPosition }"))["feedPosition"]);
            node.following = Task.Run(() => node.FollowAsync(way, start, all));
            return node;
        }

        public async Task<string?> AskAsync()
            => (await Hub.AskAsync("{ children(first: 1) { totalCount } }"))["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();

        public async Task<IReadOnlyList<int>> AllAsync()
        {
            await following.WaitAsync(Patience);
            return heard;
        }

        public async ValueTask DisposeAsync()
        {
            await exchange.DisposeAsync();
            await database.DisposeAsync();
            await network.DisposeAsync();
        }

        private ExchangeCaller Hub => exchange.As(Role.HubPractitioner, "BUR");

        private async Task FollowAsync(StreamWay way, string after, int all)
        {
            while (heard.Count < all)
            {
                try
                {
                    await using var stream = await WayStream.OpenAsync(exchange, Hub, way, Watch, new { after });
                    while (heard.Count < all)
                    {
                        var update = await stream.NextUpdateAsync();
                        heard.Add(int.Parse(Text(update["incident"]?["reference"]).Split('/')[^1], CultureInfo.InvariantCulture));
                        after = Text(update["cursor"]);
                        Volatile.Write(ref count, heard.Count);
                    }
                }
                catch (Exception ended) when (ended is InvalidOperationException or OperationCanceledException or JsonException or IOException or XunitException)
                {
                    // It was ended because the database was not seen for long, or the socket was not let in: it is asked for again.
                    await Task.Delay(100);
                }
            }
        }
    }
}
