using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Incidents;

/// <summary>Incidents through the whole exchange.</summary>
public sealed class IncidentDoorTests
{
    private const string Place = "{ incidents { nodes { location { lines } safeLocation { lines } withheld { field reason } } } }";

    [SkippableTheory, EveryDatabase]
    public async Task A_safe_place_is_kept_apart_from_where_incidents_happened(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var incident = Sample.Incident(1, "BUR");
        incident["location"] = new { lines = new[] { "Refuge" }, isSafe = true };
        Assert.Empty((await force.RunAsync("recordIncident", "IncidentInput", incident, "errors { message }"))["errors"]!.AsArray());

        const string Hidden = """{"incidents":{"nodes":[{"location":null,"safeLocation":null,"withheld":[{"field":"safeLocation","reason":"SAFE_ADDRESS"}]}]}}""";
        Assert.Equal(
            """{"incidents":{"nodes":[{"location":null,"safeLocation":{"lines":["Refuge"]},"withheld":[]}]}}""", (await force.DataAsync(Place)).ToJsonString());
        Assert.Equal(Hidden, (await exchange.As(Role.HubPractitioner, "BUR").DataAsync(Place)).ToJsonString());
        Assert.Equal(Hidden, (await exchange.As(Role.CouncilSystem, "BUR").DataAsync(Place)).ToJsonString());
        Assert.DoesNotContain("Refuge", await exchange.As(Role.PoliceOfficer, Sample.Force).AskTextAsync(Place), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LIVE", false)]
    [InlineData("MANUAL", false)]
    [InlineData("REPLAY", true)]
    [InlineData("BACKFILL", true)]
    public async Task A_batch_is_a_replay_or_a_backfill(string ingestMode, bool isTaken)
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var answer = await exchange.As(Role.PoliceSystem, Sample.Force).AskAsync(
            "mutation($input: RecordIncidentsInput!) { recordIncidents(input: $input) { results { outcome } } }",
            new { input = new { ingestMode, items = new[] { Sample.Incident(1, "BUR") } } });

        if (isTaken)
            Assert.Equal("RECORDED", answer["data"]?["recordIncidents"]?["results"]?[0]?["outcome"]?.GetValue<string>());
        else
            Assert.Equal("INVALID_INPUT", answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_correction_goes_to_those_who_had_the_incident_and_to_its_new_council_as_visible(DatabaseKind kind)
    {
        const string Follow = "subscription { updates { __typename } }";
        await using var exchange = await RunningExchange.StartAsync(kind);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var incident = Sample.Incident(1, "BUR");
        _ = await force.RunAsync("recordIncident", "IncidentInput", incident, "errors { message }");
        await using var own = await force.SubscribeAsync(Follow);
        await using var former = await exchange.As(Role.HubPractitioner, "BUR").SubscribeAsync(Follow);
        await using var next = await exchange.As(Role.HubPractitioner, "BOL").SubscribeAsync(Follow);
        var moved = new Dictionary<string, object?>(incident)
        {
            ["idempotencyKey"] = Guid.NewGuid(),
            ["council"] = "BOL",
            ["revision"] = 2,
            ["correctionReason"] = "Moved",
        };
        Assert.Empty((await force.RunAsync("recordIncident", "IncidentInput", moved, "errors { message }"))["errors"]!.AsArray());
        _ = await force.RunAsync("recordIncident", "IncidentInput", Sample.Incident(2, "BOL"), "errors { message }");

        Assert.Equal(["IncidentCorrected", "IncidentRecorded"], await TypesAsync(own, 2));
        Assert.Equal(["RecordVisible", "RecordVisible", "RecordVisible", "IncidentRecorded"], await TypesAsync(next, 4));
        Assert.Equal(["RecordWithdrawn", "RecordWithdrawn", "RecordWithdrawn"], await TypesAsync(former, 3));
    }

    private static async Task<List<string>> TypesAsync(ExchangeStream stream, int count)
    {
        var types = new List<string>();
        for (var i = 0; i < count; i++)
            types.Add((await stream.NextAsync())["data"]!["updates"]!["__typename"]!.GetValue<string>()); // An update has a type.
        return types;
    }
}
