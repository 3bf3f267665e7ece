using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Access;

/// <summary>Systems of agencies that sign in by their own credentials at a genuine issuer.</summary>
public sealed class AgencySystemsTests : IAsyncLifetime
{
    private const string Me = "{ me { subject role agency { code } } }";

    private static readonly SystemClient Records = new("gmp-records", "greater-manchester", "police-system");
    private static readonly SystemClient Cases = new("bury-cases", "BUR", "council-system");
    private static readonly SystemClient Service = new("exchange-service", "WRL", "administrator");

    private OpenIddictIssuer? issuer;
    private RunningExchange? exchange;

    private OpenIddictIssuer Issuer => issuer ?? throw new InvalidOperationException("Started before the tests.");

    private RunningExchange Exchange => exchange ?? throw new InvalidOperationException("Started before the tests.");

    public async Task InitializeAsync()
    {
        issuer = await OpenIddictIssuer.StartAsync(Records, Cases, Service);
        exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, settings: issuer.Settings);
    }

    public async Task DisposeAsync()
    {
        await Exchange.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_force_records_an_incident_and_a_council_reads_it_and_is_told()
    {
        var council = Exchange.Bearing(await Issuer.GrantAsync(Cases), Role.CouncilSystem, "BUR");
        await using var stream = await council.SubscribeAsync("subscription { updates { __typename } }");
        var force = Exchange.Bearing(await Issuer.GrantAsync(Records), Role.PoliceSystem, "greater-manchester");

        _ = await force.RunAsync("recordIncident", "IncidentInput", Sample.Incident(1, "BUR"), "outcome");

        Assert.Equal("""{"data":{"updates":{"__typename":"IncidentRecorded"}}}""", (await stream.NextAsync()).ToJsonString());
        var read = await council.DataAsync("{ incidents(first: 2) { totalCount } }");
        Assert.Equal(1, read["incidents"]!["totalCount"]!.GetValue<int>()); // Asked for.
    }

    [Fact]
    public async Task A_token_says_which_system_of_which_agency_asks()
    {
        var answer = await Exchange.Bearing(await Issuer.GrantAsync(Records), Role.PoliceSystem, "greater-manchester").DataAsync(Me);

        Assert.Equal(
            """{"me":{"subject":"gmp-records","role":"POLICE_SYSTEM","agency":{"code":"greater-manchester"}}}""", answer.ToJsonString());
    }

    [Fact]
    public async Task Credentials_that_are_wrong_get_no_token() => Assert.Null(await Issuer.GrantAsync(Records.Id, Cases.Secret));

    [Fact]
    public async Task A_client_that_is_suspended_is_refused_with_its_next_request_and_its_sockets_end()
    {
        var force = Exchange.Bearing(await Issuer.GrantAsync(Records), Role.PoliceSystem, "greater-manchester");
        _ = await force.DataAsync(Me);
        await using var stream = await force.SubscribeAsync("subscription { updates { __typename } }");
        var administrator = Exchange.Bearing(await Issuer.GrantAsync(Service), Role.Administrator, "WRL");

        var suspended = await administrator.RunAsync(
            "suspendAccess", "SuspendAccessInput", new { idempotencyKey = Guid.NewGuid(), whom = new { client = Records.Id }, reason = "Key lost" },
            "outcome errors { message }");

        Assert.Equal("RECORDED", suspended["outcome"]?.GetValue<string>());
        Assert.Equal("SUSPENDED", CodeOf(await force.AskAsync(Me)));
        var again = Exchange.Bearing(await Issuer.GrantAsync(Records), Role.PoliceSystem, "greater-manchester");
        Assert.Equal("SUSPENDED", CodeOf(await again.AskAsync(Me)));
        Assert.Equal((4403, "SUSPENDED"), await stream.ClosedAsync());
        _ = await Exchange.Bearing(await Issuer.GrantAsync(Cases), Role.CouncilSystem, "BUR").DataAsync(Me);
    }

    private static string? CodeOf(JsonNode answer) => answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();
}
