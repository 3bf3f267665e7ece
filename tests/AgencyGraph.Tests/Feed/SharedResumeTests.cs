using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Feed;

public sealed class SharedResumeTests
{
    private const string Follow =
        "subscription($after: Cursor) { updates(after: $after) { cursor previousCursor ... on IncidentRecorded { incident { reference } } } }";

    [SkippableTheory, EveryDatabase]
    public async Task Streams_that_share_a_subscription_resume_each_from_its_own_cursor_and_from_nobody_elses(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var (anna, ben) = (exchange.As(Role.HubPractitioner, "BUR", "anna"), exchange.As(Role.HubPractitioner, "BUR", "ben"));
        await using var open = await anna.SubscribeAsync(Follow);
        for (var number = 1; number <= 3; number++)
            _ = await force.RunAsync("recordIncident", "IncidentInput", Sample.Incident(number, "BUR"), "outcome");
        var (first, second) = (await UpdateAsync(open), await UpdateAsync(open));

        // The first of them makes what the others share.
        foreach (var (from, next) in new[] { (first, 2), (second, 3), (first, 2) })
        {
            await using var resumed = await anna.SubscribeAsync(Follow, new { after = Text(from, "cursor") });
            var update = await UpdateAsync(resumed);
            Assert.Equal($"GMP/2026/{next}", Text(update["incident"], "reference"));
            Assert.Equal(Text(from, "cursor"), Text(update, "previousCursor"));
        }

        foreach (var (caller, after) in new[] { (ben, Text(first, "cursor")), (anna, "no cursor") })
        {
            await using var refused = await caller.SubscribeAsync(Follow, new { after });
            Assert.Contains("\"CURSOR_INVALID\"", (await refused.NextAsync()).ToJsonString(), StringComparison.Ordinal);
        }
    }

    private static async Task<JsonNode> UpdateAsync(ExchangeStream stream)
    {
        var payload = await stream.NextAsync();
        return payload["data"]?["updates"] ?? throw new InvalidOperationException(payload.ToJsonString());
    }

    private static string? Text(JsonNode? node, string name) => node?[name]?.GetValue<string>();
}
