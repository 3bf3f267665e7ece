using System.Globalization;
using System.Text.Json.Nodes;
using AgencyGraph.Access;
using AgencyGraph.Agencies;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Transport.StandIn;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Endurance;

/// <summary>A stream on which there is always something to tell, and whose token comes to its end.</summary>
[Collection(Alone.Name)]
public sealed class TokenEndTests
{
    private const string Query = "subscription { updates { recordedAt ... on IncidentRecorded { incident { reference } } } }";

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(3);

    [SkippableTheory, EveryDatabase]
    public async Task Nothing_is_told_that_happened_after_the_token_ended(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        using var end = new CancellationTokenSource();
        var recording = RecordOnAsync(exchange, end.Token);

        // As a token's own times are, in whole seconds.
        var tokens = exchange.Services.GetRequiredService<DevelopmentTokens>();
        var (earliest, token) = (DateTimeOffset.UtcNow, tokens.Issue([Role.HubPractitioner], new AgencyCode("BUR"), "anna", Lifetime));
        var expires = ExpiryOf(token);
        Assert.InRange(expires, earliest + Lifetime - TimeSpan.FromSeconds(1), earliest + Lifetime + TimeSpan.FromSeconds(2));
        var hub = exchange.Bearing(token, Role.HubPractitioner, "BUR");

        await using var socket = await hub.SubscribeAsync(Query);
        var (bySocket, byEvents) = (BySocketAsync(socket), ByEventsAsync(exchange, hub));
        var heard = (await bySocket, await byEvents);
        await end.CancelAsync();
        await recording;

        Assert.Equal((4403, 4403), (heard.Item1.Code, heard.Item2.Code));
        foreach (var times in new[] { heard.Item1.Times, heard.Item2.Times })
        {
            Assert.True(times.Count > 10, "The stream was quiet: the test is blind.");
            Assert.All(times, at => Assert.True(at <= expires, $"{at:O} is after {expires:O}."));
        }
    }

    private static async Task<(IReadOnlyList<DateTimeOffset> Times, int Code)> BySocketAsync(ExchangeStream socket)
    {
        var times = new List<DateTimeOffset>();
        await foreach (var payload in socket.Payloads.ReadAllAsync())
            times.Add(TimeOf(payload));
        return (times, (await socket.ClosedAsync()).Code);
    }

    private static async Task<(IReadOnlyList<DateTimeOffset> Times, int Code)> ByEventsAsync(RunningExchange exchange, ExchangeCaller hub)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(exchange.Address, "/graphql/stream"));
        request.Content = System.Net.Http.Json.JsonContent.Create(new { query = Query });
        using var events = await EventClient.SendAsync(request, headers =>
        {
            headers.Authorization = new("Bearer", hub.Token);
            headers.Add("X-Purpose", hub.Purpose);
        });
        var (times, last) = (new List<DateTimeOffset>(), "");
        while (await events.HearAsync() is { } heard)
        {
            if (heard.IndexOf("data: ", StringComparison.Ordinal) is var data and >= 0)
                times.Add(TimeOf(JsonNode.Parse(heard[(data + "data: ".Length)..])!)); // An event holds an object.
            last = heard;
        }

        return (times, int.Parse(last.AsSpan(2, 4), CultureInfo.InvariantCulture));
    }

    private static DateTimeOffset TimeOf(JsonNode payload) => payload["data"]!["updates"]!["recordedAt"]!.GetValue<DateTimeOffset>(); // A message is an update.

    private static DateTimeOffset ExpiryOf(string token)
    {
        var claims = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]))!; // They are an object.
        return DateTimeOffset.FromUnixTimeSeconds(claims["exp"]!.GetValue<long>());
    }

    private static async Task RecordOnAsync(RunningExchange exchange, CancellationToken end)
    {
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        for (var number = 1; !end.IsCancellationRequested; number++)
        {
            _ = await force.RunAsync("recordIncident", "IncidentInput", Sample.Incident(number, "BUR"), "outcome");
            await Task.Delay(10, CancellationToken.None);
        }
    }
}
