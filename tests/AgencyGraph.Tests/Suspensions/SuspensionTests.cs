using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Agencies;
using AgencyGraph.Contract;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Suspensions;

public sealed class SuspensionTests
{
    private const string Me = "{ me { subject } }";
    private const string Follow = "subscription { updates { __typename } }";
    private const string Refusal = """{"errors":[{"message":"Access is suspended. Ask the operator of the exchange.","extensions":{"code":"SUSPENDED"}}]}""";

    [SkippableTheory, EveryDatabase]
    public async Task A_suspension_outweighs_a_token_that_was_good_a_moment_ago_until_it_is_lifted(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var administrator = exchange.As(Role.Administrator, "WRL");
        var (anna, bert) = (exchange.As(Role.HubPractitioner, "BUR", "anna"), exchange.As(Role.HubPractitioner, "BUR", "bert"));
        _ = await anna.DataAsync(Me);

        Assert.Equal("RECORDED", await DecideAsync(administrator, "suspendAccess", new { subject = "anna" }));
        Assert.Equal(Refusal, await anna.AskTextAsync(Me));
        Assert.Equal(Refusal, await anna.AskTextAsync("mutation { recordChild(input: {}) { outcome } }"));
        _ = await bert.DataAsync(Me);

        Assert.Equal("RECORDED", await DecideAsync(administrator, "suspendAccess", new { agency = "BUR" }));
        Assert.Equal(Refusal, await bert.AskTextAsync(Me));
        Assert.Equal("RECORDED", await DecideAsync(administrator, "restoreAccess", new { subject = "anna" }));
        Assert.Equal(Refusal, await anna.AskTextAsync(Me));
        Assert.Equal("RECORDED", await DecideAsync(administrator, "restoreAccess", new { agency = "BUR" }));
        _ = await anna.DataAsync(Me);
        _ = await bert.DataAsync(Me);
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_person_suspended_in_one_role_goes_on_in_another(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var administrator = exchange.As(Role.Administrator, "WRL");
        var (hub, worker) = (exchange.As(Role.HubPractitioner, "BUR", "anna"), exchange.As(Role.SocialWorker, "BUR", "anna"));
        await using var stream = await hub.SubscribeAsync(Follow);
        var whom = new { role = new { role = "HUB_PRACTITIONER", agency = "BUR", subject = "anna" } };

        Assert.Equal("RECORDED", await DecideAsync(administrator, "suspendAccess", whom));
        Assert.Equal((4403, "SUSPENDED"), await stream.ClosedAsync());
        Assert.Equal(Refusal, await hub.AskTextAsync(Me));
        _ = await worker.DataAsync(Me);
        _ = await exchange.As(Role.HubPractitioner, "BUR", "bert").DataAsync(Me);
        _ = await exchange.As(Role.HubPractitioner, "OLD", "anna").DataAsync(Me);

        Assert.Equal("ALREADY_EXISTS", await DecideAsync(administrator, "suspendAccess", whom));
        Assert.Equal("INVALID_INPUT", await DecideAsync(
            administrator, "suspendAccess", new { role = new { role = "ADMINISTRATOR", agency = "WRL", subject = administrator.Subject } }));
        Assert.Equal("INVALID_INPUT", await DecideAsync(
            administrator, "suspendAccess", new { role = new { role = "HUB_PRACTITIONER", agency = "BUR", subject = "" } }));
        Assert.Equal("RECORDED", await DecideAsync(administrator, "restoreAccess", whom));
        _ = await hub.DataAsync(Me);
    }

    [SkippableTheory, EveryDatabase]
    public async Task The_streams_and_idle_sockets_of_a_suspended_agency_end_and_those_of_others_go_on(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var bury = exchange.As(Role.HubPractitioner, "BUR");
        await using var stream = await bury.SubscribeAsync(Follow);
        await using var idle = await bury.SubscribeAsync("subscription { nothing }"); // Refused: the socket stays open.
        await using var other = await exchange.As(Role.HubPractitioner, "WRL").SubscribeAsync(Follow);

        _ = await DecideAsync(exchange.As(Role.Administrator, "OLD"), "suspendAccess", new { agency = "BUR" });

        Assert.Equal((4403, "SUSPENDED"), await stream.ClosedAsync());
        Assert.Equal((4403, "SUSPENDED"), await idle.ClosedAsync());
        _ = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync("recordIncident", "IncidentInput", Sample.Incident(1, "WRL"), "outcome");
        Assert.Equal("IncidentRecorded", (await other.NextAsync())["data"]?["updates"]?["__typename"]?.GetValue<string>());
    }

    [Fact]
    public async Task One_that_is_gone_already_when_it_is_ended_keeps_no_other_open()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var standing = exchange.Services.GetRequiredService<IStanding>();
        var bearer = new Bearer("anna", new AgencyCode("BUR"), null);
        var (met, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var gone = standing.Watch(bearer, () =>
        {
            met.SetResult();
            throw new ObjectDisposedException("a stream");
        });
        _ = await DecideAsync(exchange.As(Role.Administrator, "OLD"), "suspendAccess", new { agency = "BUR" });
        await met.Task.WaitAsync(TimeSpan.FromMinutes(1));

        using var later = standing.Watch(bearer, ended.SetResult);
        await ended.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_stream_of_events_ends_too()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var bury = exchange.As(Role.HubPractitioner, "BUR");
        using var http = new HttpClient { BaseAddress = exchange.Address, Timeout = TimeSpan.FromMinutes(1) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql/stream");
        request.Headers.Authorization = new("Bearer", bury.Token);
        request.Headers.Add("X-Purpose", bury.Purpose);
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Content = JsonContent.Create(new { query = Follow });
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.True(answer.IsSuccessStatusCode);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());

        _ = await DecideAsync(exchange.As(Role.Administrator, "OLD"), "suspendAccess", new { agency = "BUR" });

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        string? line;
        while ((line = await lines.ReadLineAsync(limit.Token)) is "" or ":")
        {
            // The stream lives, and tells nothing.
        }

        Assert.Equal(": 4403 SUSPENDED", line);
    }

    [SkippableFact]
    public async Task A_suspension_holds_at_once_on_every_node()
    {
        await using var first = await RunningExchange.StartAsync(DatabaseKind.Postgres);
        await using var second = await first.StartAnotherNodeAsync();
        var anna = second.As(Role.HubPractitioner, "BUR", "anna");
        _ = await anna.DataAsync(Me);
        await using var stream = await anna.SubscribeAsync(Follow);

        _ = await DecideAsync(first.As(Role.Administrator, "WRL"), "suspendAccess", new { subject = "anna" });

        Assert.Equal(Refusal, await anna.AskTextAsync(Me));
        Assert.Equal((4403, "SUSPENDED"), await stream.ClosedAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task Who_decided_why_and_when_is_kept_and_only_administrators_read_it(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var administrator = exchange.As(Role.Administrator, "WRL", "ada");
        _ = await DecideAsync(administrator, "suspendAccess", new { client = "records" }, "Key lost");
        _ = await DecideAsync(administrator, "restoreAccess", new { client = "records" }, "New key");
        const string history = "{ accessDecisions(first: 5) { nodes { holder name verdict reason by byAgency { code } } } }";

        var read = await administrator.DataAsync(history);

        const string by = "\"by\":\"ada\",\"byAgency\":{\"code\":\"WRL\"}";
        Assert.Equal(
            "[{\"holder\":\"CLIENT\",\"name\":\"records\",\"verdict\":\"RESTORED\",\"reason\":\"New key\"," + by
                + "},{\"holder\":\"CLIENT\",\"name\":\"records\",\"verdict\":\"SUSPENDED\",\"reason\":\"Key lost\"," + by + "}]",
            read["accessDecisions"]?["nodes"]?.ToJsonString());
        var hub = exchange.As(Role.HubPractitioner, "WRL");
        Assert.Equal("FORBIDDEN", CodeOf(await hub.AskAsync(history)));
        var latest = await administrator.DataAsync("{ accessDecisions(first: 1) { nodes { id } } }");
        var decision = latest["accessDecisions"]?["nodes"]?[0]?["id"]?.GetValue<string>();
        Assert.Equal("""{"node":null}""", (await hub.DataAsync($"{{ node(id: \"{decision}\") {{ id }} }}")).ToJsonString());
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_cannot_be_decided_is_refused_and_changes_nothing(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var administrator = exchange.As(Role.Administrator, "WRL", "ada");
        _ = await DecideAsync(administrator, "suspendAccess", new { agency = "BUR" });

        Assert.Equal("ALREADY_EXISTS", await DecideAsync(administrator, "suspendAccess", new { agency = "BUR" }));
        Assert.Equal("NOT_FOUND", await DecideAsync(administrator, "restoreAccess", new { agency = "OLD" }));
        Assert.Equal("INVALID_INPUT", await DecideAsync(administrator, "suspendAccess", new { agency = "XXX" }));
        Assert.Equal("INVALID_INPUT", await DecideAsync(administrator, "suspendAccess", new { subject = "" }));
        Assert.Equal("INVALID_INPUT", await DecideAsync(administrator, "suspendAccess", new { subject = "ada" }));
        Assert.Equal("INVALID_INPUT", await DecideAsync(administrator, "suspendAccess", new { agency = "WRL" }));
        Assert.Equal("INVALID_INPUT", await DecideAsync(administrator, "suspendAccess", new { agency = "OLD" }, reason: " "));
        var decisions = await administrator.DataAsync("{ accessDecisions(first: 9) { totalCount } }");
        Assert.Equal(1, decisions["accessDecisions"]?["totalCount"]?.GetValue<int>());
    }

    [Theory]
    [InlineData(Role.HubPractitioner, "BUR")]
    [InlineData(Role.PoliceSystem, Sample.Force)]
    [InlineData(Role.Inspector, "BUR")]
    public async Task Only_an_administrator_decides_on_access(Role role, string agency)
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);

        var answer = await exchange.As(role, agency).AskAsync(
            "mutation($input: SuspendAccessInput!) { suspendAccess(input: $input) { outcome } }", new { input = Input(new { agency = "OLD" }, "Why") });

        Assert.Equal("FORBIDDEN", CodeOf(answer));
    }

    private static object Input(object whom, string reason) => new { idempotencyKey = Guid.NewGuid(), whom, reason };

    /// <summary>What became of it, or the code of the first refusal.</summary>
    private static async Task<string?> DecideAsync(ExchangeCaller administrator, string mutation, object whom, string reason = "A test")
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var answer = await administrator.RunAsync(mutation, type, Input(whom, reason), "outcome decision { id } errors { code }");
        return (answer["errors"]?.AsArray().FirstOrDefault()?["code"] ?? answer["outcome"])?.GetValue<string>();
    }

    private static string? CodeOf(JsonNode answer) => answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();
}
