using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Commands;
using AgencyGraph.Pages.Explorer;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.AspNetCore.Http;

namespace AgencyGraph.Tests.Pages.Explorer;

public sealed class ExplorerEndpointTests
{
    private static readonly object BuryHub = new { role = "hub-practitioner", agency = "BUR" };

    [Fact]
    public async Task Everybody_who_is_offered_signs_in_with_the_token_that_is_given()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        using var http = new HttpClient { BaseAddress = exchange.Address };
        var roles = (await http.GetFromJsonAsync<JsonNode>("/explorer/callers"))!["roles"]!.AsArray(); // Both are always there.

        // Those of schools and health bodies are offered once one is registered.
        Assert.Equal(Enum.GetValues<Role>().Length - 2, roles.Count);
        foreach (var (role, purpose, agency) in roles.SelectMany(Offers))
        {
            using var given = await http.PostAsJsonAsync("/explorer/tokens", new { role, agency });
            var token = (await given.Content.ReadFromJsonAsync<JsonNode>())?["token"]?.GetValue<string>();
            var me = await MeAsync(http, token, purpose);
            Assert.Equal(
                (role.ToUpperInvariant().Replace('-', '_'), agency),
                (me["role"]?.GetValue<string>(), me["agency"]?["code"]?.GetValue<string>()));
        }
    }

    [Theory]
    [InlineData("""{"role":"hub-practitioner","agency":"greater-manchester"}""", "application/json")]
    [InlineData("""{"role":"hub-practitioner","agency":"LDS"}""", "application/json")]
    [InlineData("""{"role":"nobody","agency":"BUR"}""", "application/json")]
    [InlineData("""{"role":"hub-practitioner"}""", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("{", "application/json")]
    [InlineData("""{"role":"hub-practitioner","agency":"BUR"}""", "text/plain")]
    public async Task Who_is_not_offered_is_given_no_token(string body, string type)
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        using var http = new HttpClient { BaseAddress = exchange.Address };

        using var answer = await http.PostAsync("/explorer/tokens", new StringContent(body, new MediaTypeHeaderValue(type)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("NOT_OFFERED", (await answer.Content.ReadFromJsonAsync<JsonNode>())?["code"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("Host", "exchange.example")]
    [InlineData("Host", "127.0.0.1.exchange.example")]
    [InlineData("Host", "192.0.2.1")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "null")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("x-forwarded-host", "localhost")]
    [InlineData("X-Original-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    public async Task A_request_that_only_seems_to_come_from_this_machine_finds_nothing(string header, string value)
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        using var http = new HttpClient { BaseAddress = exchange.Address };
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsJsonAsync("/explorer/tokens", BuryHub)).StatusCode);

        Assert.True(http.DefaultRequestHeaders.TryAddWithoutValidation(header, value));

        await FindsNothingAsync(http);
    }

    [Theory]
    [InlineData("192.0.2.1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData(null, false)]
    [InlineData("127.0.0.1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("::1", true)]
    public void Only_this_machines_own_addresses_are_on_this_machine(string? remote, bool isOnIt)
    {
        var context = new DefaultHttpContext();
        context.Request.Host = new HostString("localhost", 5080);
        context.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);

        Assert.Equal(isOnIt, OnThisMachine.Is(context));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Outside_Development_there_is_no_explorer(string environment)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var server = ServerHost.Build([
            $"--environment={environment}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning",
            $"--Storage:SqliteFile={database.Options.SqliteFile}",
            "--Access:Authority=https://login.example", "--Access:Issuer=https://login.example", "--Access:Audience=agencygraph"]);
        await server.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };

        await FindsNothingAsync(http);
    }

    [Fact]
    public async Task Where_another_issuer_is_believed_nobody_is_offered()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var server = ServerHost.Build([
            "--environment=Development", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning",
            $"--Storage:SqliteFile={database.Options.SqliteFile}",
            "--Access:Authority=https://login.example", "--Access:Issuer=https://login.example", "--Access:Audience=agencygraph"]);
        await server.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };

        Assert.Equal("""{"roles":[],"agencies":[]}""", await http.GetStringAsync("/explorer/callers"));
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync("/explorer/tokens", BuryHub)).StatusCode);
    }

    [Fact]
    public async Task The_page_may_run_no_script_but_the_servers_own_files()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        using var http = new HttpClient { BaseAddress = exchange.Address };

        using var page = await http.GetAsync("/explorer");

        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy")).Split("; ");
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains($"connect-src 'self' ws://{exchange.Address.Authority} wss://{exchange.Address.Authority}", policy);
    }

    [Fact]
    public async Task Without_its_files_the_page_says_what_is_missing_and_what_to_do()
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;

        await new ExplorerFiles(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())).PageAsync(context);

        var text = System.Text.Encoding.UTF8.GetString(body.ToArray());
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, context.Response.StatusCode);
        Assert.Contains("Install Node 20.19", text, StringComparison.Ordinal);
        Assert.Contains("dotnet build", text, StringComparison.Ordinal);
    }

    private static async Task FindsNothingAsync(HttpClient http)
    {
        foreach (var path in new[] { "/explorer", "/explorer/callers", "/explorer/assets/index.js", "/explorer/tokens" })
        {
            using var answer = path.EndsWith("tokens", StringComparison.Ordinal)
                ? await http.PostAsJsonAsync(path, BuryHub)
                : await http.GetAsync(path);
            Assert.Equal((HttpStatusCode.NotFound, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        }
    }

    private static IEnumerable<(string Role, string Purpose, string Agency)> Offers(JsonNode? role)
        => role!["agencies"]!.AsArray().Select(agency => // As the explorer itself relies on.
            (role["name"]!.GetValue<string>(), role["purposes"]![0]!.GetValue<string>(), agency!.GetValue<string>()));

    private static async Task<JsonNode> MeAsync(HttpClient http, string? token, string purpose)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = JsonContent.Create(new { query = "{ me { role agency { code } } }" });
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("X-Purpose", purpose);
        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonNode>();
        return answer?["data"]?["me"] ?? throw new InvalidOperationException($"Answered {answer?.ToJsonString()}");
    }
}
