using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Visibility.Worlds;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Feed;

public sealed class ChildFilterTests
{
    private const string Follow = """
        subscription($children: [ID!], $after: Cursor) {
          updates(children: $children, after: $after) { cursor ... on IncidentRecorded { incident { reference } } }
        }
        """;

    [SkippableTheory, EveryDatabase]
    public async Task A_stream_narrowed_to_a_child_does_not_tell_of_a_part_that_is_hidden(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, salford, bury) = (
            exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.HubPractitioner, "SLF"), exchange.As(Role.HubPractitioner, "BUR"));
        var serial = 6000;
        var numbers = Enumerable.Range(0, 3).Select(_ => Numbers.NhsNumber(ref serial)).ToArray();

        // Salford is responsible for the first child, has been told of the second by an incident of theirs, and knows nothing of the third.
        var own = (await salford.RunAsync(
            "recordChild", "RecordChildInput",
            new { idempotencyKey = Guid.NewGuid(), localReference = "A", givenName = "A", surname = "Test", bornOn = "2015-05-05", nhsNumber = numbers[0] },
            "child { id }"))["child"]!["id"]!.GetValue<string>();
        await using var all = await salford.SubscribeAsync(Follow);
        await RecordAsync(force, 1, "SLF", numbers[1]);
        _ = await all.NextAsync();
        var told = await ChildAsync(salford, "GMP/2026/1");
        await RecordAsync(force, 2, "BUR", numbers[2]);
        var unknown = await ChildAsync(bury, "GMP/2026/2");

        var narrow = new[] { told, unknown };
        await using var narrowed = await salford.SubscribeAsync(Follow, new { children = narrow });
        await using var about = await salford.SubscribeAsync(Follow, new { children = new[] { own } });
        await RecordAsync(force, 3, "BUR", numbers);
        await RecordAsync(force, 4, "SLF", numbers[1]);

        var (reference, cursor) = await NextAsync(narrowed);
        Assert.Equal("GMP/2026/4", reference);
        Assert.Equal("GMP/2026/3", (await NextAsync(about)).Reference);
        Assert.Equal("GMP/2026/3", (await NextAsync(all)).Reference);

        // And the same where a stream reads for itself what it missed.
        await RecordAsync(force, 5, "BUR", numbers);
        await RecordAsync(force, 6, "SLF", numbers[1]);
        await using var resumed = await salford.SubscribeAsync(Follow, new { children = narrow, after = cursor });
        Assert.Equal("GMP/2026/6", (await NextAsync(resumed)).Reference);
    }

    private static async Task<(string Reference, string Cursor)> NextAsync(ExchangeStream stream)
    {
        var update = (await stream.NextAsync())["data"]!["updates"]!;
        return (update["incident"]!["reference"]!.GetValue<string>(), update["cursor"]!.GetValue<string>());
    }

    private static async Task<string> ChildAsync(ExchangeCaller caller, string reference)
    {
        var data = await caller.DataAsync("{ incidents { nodes { reference children { child { id } } } } }");
        var incident = data["incidents"]!["nodes"]!.AsArray().Single(node => node!["reference"]!.GetValue<string>() == reference);
        return incident!["children"]![0]!["child"]!["id"]!.GetValue<string>();
    }

    private static async Task RecordAsync(ExchangeCaller force, int number, string council, params string[] nhsNumbers)
    {
        var answer = await force.RunAsync("recordIncident", "IncidentInput", Sample.Incident(number, council, true, nhsNumbers), "errors { code message path }");
        Assert.Empty(answer["errors"]!.AsArray());
    }
}
