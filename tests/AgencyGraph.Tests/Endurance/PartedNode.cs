using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit.Sdk;
using static AgencyGraph.Tests.Receipts.Acknowledging;

namespace AgencyGraph.Tests.Endurance;

/// <summary>A server beyond a network of its own, and one who follows it and comes again whenever the stream ends.</summary>
internal sealed class PartedNode(PartedNetwork network, TestDatabase database, RunningExchange exchange) : IAsyncDisposable
{
    private const string Watch = "subscription($after: Cursor) { updates(after: $after) { cursor ... on IncidentRecorded { incident { reference } } } }";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<int> heard = [];
    private readonly ExchangeCaller force = exchange.As(Role.PoliceSystem, Sample.Force, $"force-{Guid.NewGuid():N}");
    private Task following = Task.CompletedTask;
    private int count;

    public PartedNetwork Network => network;

    public int Heard => Volatile.Read(ref count);

    public bool HasFailed => following.IsFaulted;

    public bool IsBlind => exchange.Services.GetRequiredService<DatabaseContact>().IsBlind;

    public static async Task<PartedNode> StartAsync(StorageOptions options, StreamWay way, int all)
    {
        var straight = new NpgsqlConnectionStringBuilder(options.PostgresConnectionString);
        var network = new PartedNetwork(straight.Host!); // The tests' own server has one.
        // With the exchange's own limits.
        var beyond = new NpgsqlConnectionStringBuilder { Host = network.Host, Database = straight.Database, Username = straight.Username };
        var database = TestDatabase.On(new StorageOptions { PostgresConnectionString = beyond.ConnectionString });
        var node = new PartedNode(network, database, await RunningExchange.StartOnAsync(database, settings: ["--Answers:DatabaseWait=00:00:04"]));
        var hub = node.Hub;
        var start = Text((await hub.DataAsync("{ feedPosition }"))["feedPosition"]);
        // What is compiled the first time that it is asked is compiled before the network is cut.
        Assert.Equal((null, null), (await node.ReadAsync(), await node.WriteAsync()));
        node.following = Task.Run(() => node.FollowAsync(way, start, all));
        return node;
    }

    /// <summary>Asked now, a read and a write say that the database is not there; how long they take to say so is noted.</summary>
    public async Task FailsAsync(Promptness promptness)
    {
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(FailsAsync("reads fail", ReadAsync), FailsAsync("writes fail", WriteAsync));

        async Task FailsAsync(string what, Func<Task<string?>> ask)
        {
            Assert.Equal("UNAVAILABLE", await ask());
            promptness.Add(what, Stopwatch.GetElapsedTime(began));
        }
    }

    /// <summary>Asked again and again, both are answered; how long after now is noted.</summary>
    public async Task ServesAsync(Promptness promptness)
    {
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(ServesAsync("reads are back", ReadAsync), ServesAsync("writes are back", WriteAsync));

        async Task ServesAsync(string what, Func<Task<string?>> ask)
        {
            using var limit = new CancellationTokenSource(Patience);
            while (await ask() is { } code)
            {
                Assert.Equal("UNAVAILABLE", code);
                await Task.Delay(20, limit.Token);
            }

            promptness.Add(what, Stopwatch.GetElapsedTime(began));
        }
    }

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

    private async Task<string?> ReadAsync() => CodeIn(await Hub.AskAsync("{ children(first: 1) { totalCount } }"));

    /// <summary>Those who follow are not told of it: it is another council's.</summary>
    private async Task<string?> WriteAsync() => CodeIn(await force.AskAsync(
        "mutation($input: IncidentInput!) { recordIncident(input: $input) { outcome } }",
        new { input = Sample.Incident(RandomNumberGenerator.GetInt32(1_000_000, int.MaxValue), "WRL") }));

    private static string? CodeIn(JsonNode answer) => answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();

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
