using System.Globalization;
using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Xunit.Abstractions;

namespace AgencyGraph.Tests.Endurance;

[BeginsEarly]
public sealed class ReconnectStormTests(ITestOutputHelper output)
{
    private const string Watch = "subscription($after: Cursor) { updates(after: $after) { id cursor sequence ... on IncidentRecorded { incident { reference } } } }";

    private static readonly int Consumers = FaultSize.Of(50, 200);
    private static readonly int Reconnects = FaultSize.Of(20, 50);
    private static readonly int Events = FaultSize.Of(200, 20_000);

    [SkippableTheory, EveryDatabase]
    public async Task Consumers_that_come_again_and_again_miss_nothing_and_hear_it_in_one_order(DatabaseKind kind)
    {
        var seed = FaultSize.Seed();
        output.WriteLine($"AGENCYGRAPH_FAULT_SEED={seed}");
        // Whoever comes again is sent much that they go away from: more than a person may be sent in an hour.
        await using var exchange = await RunningExchange.StartAsync(kind, settings: ["--ObjectBudget:PersonUpdatesAnHour=0"]);
        var start = await FirstCursorAsync(exchange);
        var callers = Enumerable.Range(0, Consumers).Select(_ => exchange.As(Role.HubPractitioner, "BUR")).ToList();
        var following = callers.Select((caller, i) => Task.Run(() => FollowAsync(caller, start, new Random(seed + i)))).ToList();

        await Parallel.ForEachAsync(Enumerable.Range(1, Events), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) => await RecordAsync(exchange, number));

        var heard = await Task.WhenAll(following);
        Assert.Equal(Enumerable.Range(1, Events), heard[0].Order());
        Assert.All(heard, each => Assert.Equal(heard[0], each));
    }

    /// <returns>The incidents in the order in which they came first.</returns>
    private static async Task<List<int>> FollowAsync(ExchangeCaller caller, string start, Random random)
    {
        var numbers = new List<int>();
        var cursors = new List<string> { start };
        var ids = new Dictionary<string, int>();
        for (var connection = 0; numbers.Count < Events; connection++)
        {
            // From the last cursor, or from one a little before it, as who had not processed them yet.
            var from = Math.Max(0, cursors.Count - 1 - random.Next(4));
            var enough = connection < Reconnects ? random.Next(1, 2 * Events / Reconnects) : int.MaxValue;
            await using var stream = await caller.SubscribeAsync(Watch, new { after = cursors[from] });
            for (var sequence = 1; sequence <= enough && numbers.Count < Events; sequence++)
            {
                var heard = await stream.NextAsync();
                Assert.True(heard is JsonObject, heard.ToJsonString());
                var update = heard["data"]!["updates"]!;
                Assert.Equal(sequence, update["sequence"]!.GetValue<int>());
                var (id, number) = (update["id"]!.GetValue<string>(), NumberOf(update));
                var place = from + sequence;
                if (place < cursors.Count)
                    Assert.Equal(numbers[place - 1], ids[id]);
                else
                {
                    ids[id] = number;
                    cursors.Add(update["cursor"]!.GetValue<string>());
                    numbers.Add(number);
                }

                Assert.Equal(number, ids[id]);
            }
        }

        return numbers;
    }

    private static async Task<string> FirstCursorAsync(RunningExchange exchange)
    {
        await using var stream = await exchange.As(Role.HubPractitioner, "BUR").SubscribeAsync(Watch);
        await RecordAsync(exchange, 0);
        return (await stream.NextAsync())["data"]!["updates"]!["cursor"]!.GetValue<string>();
    }

    private static async Task RecordAsync(RunningExchange exchange, int number)
        => _ = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync("recordIncident", "IncidentInput", Sample.Incident(number, "BUR"), "outcome");

    private static int NumberOf(JsonNode update)
        => int.Parse(update["incident"]!["reference"]!.GetValue<string>().Split('/')[^1], CultureInfo.InvariantCulture);
}
