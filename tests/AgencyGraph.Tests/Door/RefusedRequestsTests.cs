using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Door;

/// <summary>What is refused as a whole, over the real HTTP door: each by its code, and nothing has changed.</summary>
public sealed class RefusedRequestsTests(Standing standing) : IClassFixture<Standing>
{
    private const string Record = "mutation($input: IncidentInput!) { recordIncident(input: $input) { outcome } }";

    public static TheoryData<string, string, int> Bodies => new()
    {
        { "", "BAD_REQUEST", 400 },
        { "{\"query\":", "BAD_REQUEST", 400 },
        { "\"{ me { subject } }\"", "BAD_REQUEST", 400 },
        { "{}", "BAD_REQUEST", 400 },
        { "{\"query\":7}", "BAD_REQUEST", 400 },
        { "[{\"query\":\"{ me { subject } }\"}]", "BATCHING_DISABLED", 400 },
        { Query("{ incidents(first: "), "SYNTAX_ERROR", 400 },
        { Query("{ incidents(first: 1) { nodes { id } } } }"), "SYNTAX_ERROR", 400 },
        { Query("{ nowhere }"), "VALIDATION_FAILED", 400 },
        { Query("{ incidents(first: 1) { nodes { id secret } } }"), "VALIDATION_FAILED", 400 },
        { Query("{ incidents(first: 1, where: 2) { totalCount } }"), "VALIDATION_FAILED", 400 },
        { Query("{ incidents(first: \"many\") { totalCount } }"), "VALIDATION_FAILED", 400 },
        { Query("query($n: Int!) { incidents(first: $n) { totalCount } }"), "INVALID_INPUT", 400 },
        { Query("query($n: Int!) { incidents(first: $n) { totalCount } }", """{"n":"many"}"""), "INVALID_INPUT", 400 },
        { Query("{ incidents(first: 0) { totalCount } }"), "INVALID_INPUT", 200 },
        { Query("{ incidents(first: 2147483647) { totalCount } }"), "INVALID_INPUT", 200 },
        { Query("{ incidents(first: 1, after: \"yM2y\") { totalCount } }"), "CURSOR_INVALID", 200 },
        { Query("{ incidents(first: 1, after: \"'; DROP TABLE incidents; --\") { totalCount } }"), "CURSOR_INVALID", 200 },
        { Query("query($f: IncidentFilter) { incidents(first: 1, filter: $f) { totalCount } }", """{"f":{"recordedFrom":"2026-02-30T00:00:00Z"}}"""), "INVALID_INPUT", 400 },
        { Query("query($f: IncidentFilter) { incidents(first: 1, filter: $f) { totalCount } }", """{"f":{"recordedFrom":"2026-11-20T00:00:00"}}"""), "INVALID_INPUT", 400 },
        { Query("mutation { recordIncident }"), "VALIDATION_FAILED", 400 },
        { Query(Record, """{"input":{}}"""), "INVALID_INPUT", 400 },
        { Query(Record, """{"input":{"idempotencyKey":"1"}}"""), "INVALID_INPUT", 400 },
        { Query("subscription { updates { id } }"), "BAD_REQUEST", 400 },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_wrong_request_is_told_so_by_a_code(string body, string code, int status)
    {
        var before = await standing.StateAsync();
        using var response = await SendAsync(body, standing.Exchange.As(Role.PoliceSystem, "greater-manchester").Token, "SAFEGUARDING", "application/graphql-response+json");

        Assert.Equal((code, status), (await CodeAsync(response), (int)response.StatusCode));
        Assert.Equal(before, await standing.StateAsync());
    }

    public static TheoryData<Role, string, string, object> Inputs => new()
    {
        { Role.PoliceSystem, "recordIncident", "IncidentInput", A.Incident() },
        { Role.PoliceSystem, "correctIncident", "CorrectIncidentInput", new { idempotencyKey = Guid.NewGuid(), by = new { reference = "GMP/2026/1" }, expectedVersion = 1, reason = "x" } },
        { Role.CouncilSystem, "recordChild", "RecordChildInput", new { idempotencyKey = Guid.NewGuid(), localReference = "A", givenName = "Ada", surname = "Test" } },
        { Role.CouncilSystem, "setSafeAddress", "SetSafeAddressInput", new { idempotencyKey = Guid.NewGuid(), child = "x", expectedVersion = 1, address = A.Address() } },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task A_client_sets_no_field_that_is_the_exchanges_own(Role role, string mutation, string type, object input)
    {
        var caller = standing.Exchange.As(role, role == Role.PoliceSystem ? Sample.Force : "BUR");
        var before = await standing.StateAsync();
        foreach (var (name, value) in new (string, JsonNode)[] { ("ownerOrg", "merseyside"), ("force", "merseyside"), ("agency", "WRL"), ("sensitivity", 0), ("version", 7), ("id", "x"), ("isShared", true) })
        {
            var given = Standing.Written(input).AsObject();
            given[name] = value;
            using var variable = await SendAsync(
                new JsonObject { ["query"] = $"mutation($input: {type}!) {{ {mutation}(input: $input) {{ outcome }} }}", ["variables"] = new JsonObject { ["input"] = given } }.ToJsonString(),
                caller.Token, caller.Purpose);
            using var literal = await SendAsync(Query($"mutation {{ {mutation}(input: {Literal(given)}) {{ outcome }} }}"), caller.Token, caller.Purpose);

            Assert.Equal((name, "INVALID_INPUT", "VALIDATION_FAILED"), (name, await CodeAsync(variable), await CodeAsync(literal)));
        }

        Assert.Equal(before, await standing.StateAsync());
    }

    /// <summary>As it stands in a document: the names of an object's fields have no quotation marks there.</summary>
    private static string Literal(JsonNode? value) => value switch
    {
        JsonObject fields => $"{{{string.Join(',', fields.Select(field => $"{field.Key}:{Literal(field.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Literal))}]",
        null => "null",
        _ => value.ToJsonString(),
    };

    [Fact]
    public async Task Who_is_not_signed_in_is_told_nothing_else()
    {
        foreach (var token in new[] { null, "", "nonsense", standing.Exchange.As(Role.HubPractitioner, "BUR").Token[..^2] })
        {
            using var response = await SendAsync(Query("{ incidents(first: 1) { totalCount } }"), token, "SAFEGUARDING");
            Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"), (response.StatusCode, await CodeAsync(response)));
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
        }
    }

    [Fact]
    public async Task What_a_browser_sends_by_itself_signs_nobody_in()
    {
        var token = standing.Exchange.As(Role.HubPractitioner, "BUR").Token;
        var cookie = $"Authorization=Bearer {token}; access_token={token}; token={token}; __Host-token={token}";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(Query("{ me { subject } }"), Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Purpose", "SAFEGUARDING");
        request.Headers.Add("Cookie", cookie);
        using var response = await standing.Client.SendAsync(request);
        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"), (response.StatusCode, await CodeAsync(response)));

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.SetRequestHeader("Cookie", cookie);
        await socket.ConnectAsync(new UriBuilder(new Uri(standing.Exchange.Address, "/graphql")) { Scheme = "ws" }.Uri, limit.Token);
        await socket.SendAsync("""{"type":"connection_init","payload":{"purpose":"SAFEGUARDING"}}"""u8.ToArray(), WebSocketMessageType.Text, true, limit.Token);
        _ = await socket.ReceiveAsync(new byte[1024], limit.Token);
        Assert.Equal(4403, (int?)socket.CloseStatus);
    }

    [Theory]
    [InlineData(null, "PURPOSE_REQUIRED")]
    [InlineData("CURIOSITY", "PURPOSE_NOT_PERMITTED")]
    [InlineData("INSPECTION", "PURPOSE_NOT_PERMITTED")]
    public async Task Who_states_no_purpose_of_the_role_reads_and_writes_nothing(string? purpose, string code)
    {
        var before = await standing.StateAsync();
        using var reading = await SendAsync(Query("{ incidents(first: 1) { totalCount } }"), standing.Exchange.As(Role.HubPractitioner, "BUR").Token, purpose);
        using var writing = await SendAsync(Incident(), standing.Exchange.As(Role.PoliceSystem, "greater-manchester").Token, purpose);

        Assert.Equal((code, code), (await CodeAsync(reading), await CodeAsync(writing)));
        Assert.Equal(before, await standing.StateAsync());
    }

    [Theory]
    [InlineData(Role.HubPractitioner, "BUR", "SAFEGUARDING")]
    [InlineData(Role.CouncilSystem, "BUR", "SAFEGUARDING")]
    [InlineData(Role.PoliceOfficer, "greater-manchester", "SAFEGUARDING")]
    public async Task Who_has_not_the_role_for_an_operation_is_forbidden_it(Role role, string agency, string purpose)
    {
        var before = await standing.StateAsync();
        using var response = await SendAsync(Incident(), standing.Exchange.As(role, agency).Token, purpose);

        Assert.Equal("FORBIDDEN", await CodeAsync(response));
        Assert.Equal(before, await standing.StateAsync());
    }

    [Fact]
    public async Task Only_a_forces_system_may_send_more_than_128_KiB_at_once()
    {
        var large = Incident(new string(' ', 128 * 1024));
        using var hub = await SendAsync(large, standing.Exchange.As(Role.HubPractitioner, "BUR").Token, "SAFEGUARDING");
        using var officer = await SendAsync(large, standing.Exchange.As(Role.PoliceOfficer, "greater-manchester").Token, "SAFEGUARDING");
        using var system = await SendAsync(Query("{ me { __typename } }" + new string(' ', 128 * 1024)), standing.Exchange.As(Role.PoliceSystem, "greater-manchester").Token, "SAFEGUARDING");

        Assert.Equal([HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.OK], [hub.StatusCode, officer.StatusCode, system.StatusCode]);
        Assert.Equal("BODY_TOO_LARGE", await CodeAsync(hub));
    }

    [Theory]
    [InlineData("zzz")]
    [InlineData("aQGiDIGMi3kHuZNWskllneM")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\0")]
    public async Task A_bad_id_is_one_that_is_not_there(string id)
    {
        var answer = await standing.Exchange.As(Role.HubPractitioner, "BUR").DataAsync(
            "query($id: ID!) { child(by: { id: $id }) { id } incident(by: { id: $id }) { id } referral(by: { id: $id }) { id } node(id: $id) { id } }", new { id });

        Assert.Equal("""{"child":null,"incident":null,"referral":null,"node":null}""", answer.ToJsonString());
    }

    private static string Query(string query, string? variables = null)
        => new JsonObject { ["query"] = query, ["variables"] = variables is null ? null : JsonNode.Parse(variables) }.ToJsonString();

    private static string Incident(string more = "")
        => new JsonObject { ["query"] = Record + more, ["variables"] = new JsonObject { ["input"] = Standing.Written(A.Incident()) } }.ToJsonString();

    private async Task<HttpResponseMessage> SendAsync(string body, string? token, string? purpose, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null)
            _ = request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        if (purpose is not null)
            request.Headers.Add("X-Purpose", purpose);
        if (accept is not null)
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        return await standing.Client.SendAsync(request);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response)
    {
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.True(!answer.RootElement.TryGetProperty("data", out var data) || data.ValueKind == JsonValueKind.Null);
        return answer.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
    }
}
