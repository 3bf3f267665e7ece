using System.Text.Json.Nodes;
using AgencyGraph.Contract.Engine;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Feed;

public sealed class MixedRolesTests
{
    private const string Selection =
        "id version reference kind riskGrade sharedAt force { code } council { code } sharing { decision } withheld { field reason } "
        + "children { role record { nhsNumber bornOn usualAddress { postcode } withheld { field reason } } }";

    private const string Follow = $"subscription($kinds: [UpdateKind!]) {{ updates(kinds: $kinds) {{ sequence ... on IncidentRecorded {{ incident {{ {Selection} }} }} }} }}";
    private const string Read = $"{{ incidents(first: 100) {{ nodes {{ {Selection} }} }} }}";

    private static readonly string[] Recorded = ["INCIDENT_RECORDED"];

    [SkippableTheory, EveryDatabase]
    public async Task Each_of_many_streams_of_mixed_roles_is_told_what_its_own_caller_may_see_and_nothing_else(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var world = await MixedRoles.InAsync(exchange);
        foreach (var count in new[] { 1, 9, 10, 11, 200 })
        {
            var callers = Enumerable.Range(0, count).Select(world.Caller).ToArray();
            var streams = new List<ExchangeStream>();
            foreach (var (caller, _) in callers)
                streams.Add(await caller.SubscribeAsync(Follow, streams.Count % 2 == 0 ? null : new { kinds = Recorded }));

            var letters = await world.RecordAsync();

            for (var i = 0; i < count; i++)
                await CheckAsync(streams[i], callers[i].Caller, callers[i].Told, letters);
            Assert.DoesNotContain(streams, stream => stream.HasHeard);
            foreach (var stream in streams)
                await stream.DisposeAsync();
        }
    }

    [Fact]
    public async Task Equal_streams_share_their_subscription_and_no_others_do()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var world = await MixedRoles.InAsync(exchange);
        var shared = exchange.Services.GetRequiredService<SharedSubscriptions>();
        var streams = new List<ExchangeStream>();

        // Of the eleven, two are social workers of one council, whom no rule tells apart but by their ties.
        for (var number = 0; number < 33; number++)
            streams.Add(await world.Caller(number).Caller.SubscribeAsync(Follow));
        streams.Add(await world.Caller(0).Caller.SubscribeAsync(Follow, new { kinds = Recorded }));
        _ = await world.RecordAsync();
        foreach (var stream in streams)
            _ = await stream.NextAsync(); // Now it is open.

        Assert.Equal(11, shared.Count);
        foreach (var stream in streams)
            await stream.DisposeAsync();
    }

    private static async Task CheckAsync(ExchangeStream stream, ExchangeCaller caller, string told, IReadOnlyDictionary<string, char> letters)
    {
        var seen = (await caller.DataAsync(Read))["incidents"]?["nodes"]?.AsArray() ?? [];
        foreach (var letter in told)
        {
            var payload = await stream.NextAsync();
            var incident = payload["data"]?["updates"]?["incident"];
            var reference = incident?["reference"]?.GetValue<string>() ?? $"{caller} was told {payload.ToJsonString()}";
            Assert.Equal(letter, letters.GetValueOrDefault(reference, '-'));
            var own = seen.Single(node => node?["reference"]?.GetValue<string>() == reference);
            Assert.True(JsonNode.DeepEquals(own, incident), $"{caller} sees {own?.ToJsonString()} and was told {incident?.ToJsonString()}");
        }

        Assert.False(stream.HasHeard, $"{caller} was told more than {told}.");
        Assert.Equal(told.Length, seen.Count(node => letters.ContainsKey(node?["reference"]?.GetValue<string>() ?? "")));
    }
}
