using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Contract;

public sealed class UnrenderableSubscriptionTests
{
    [SkippableTheory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Postgres, true)]
    public async Task What_can_never_be_rendered_is_refused_when_it_is_opened(DatabaseKind kind, bool arePlansUsed)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: [$"--Plans:AreUsed={arePlansUsed}"]);
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        foreach (var arguments in new[] { "first: 0", "first: 1, last: 1", "last: 5000" })
        {
            var selection = $"... on ReferralMade {{ referral {{ children {{ incidents({arguments}) {{ nodes {{ id }} }} }} }} }}";
            await using var refused = await hub.SubscribeAsync($"subscription {{ updates {{ sequence {selection} }} }}");
            Assert.Equal("INVALID_INPUT", CodeOf(await refused.NextAsync()));

            // Nothing of that kind can come here.
            await using var opened = await hub.SubscribeAsync($"subscription {{ updates(kinds: [INCIDENT_RECORDED]) {{ sequence {selection} }} }}");
            Assert.False(opened.HasHeard);
        }
    }

    private static string? CodeOf(JsonNode payload) => payload is JsonArray errors ? errors[0]!["extensions"]!["code"]!.GetValue<string>() : payload.ToJsonString();
}
