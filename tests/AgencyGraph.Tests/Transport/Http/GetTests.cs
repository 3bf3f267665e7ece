using System.Net;
using System.Text.Json;
using AgencyGraph.Tests.Transport.StandIn;

namespace AgencyGraph.Tests.Transport.Http;

public sealed class GetTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient client = new();
    private TransportServer server = null!; // InitializeAsync

    public async Task InitializeAsync() => server = await TransportServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData("query={ hello }", 200, null)]
    [InlineData("query={ hello }&operationName=&variables=&extensions=", 200, null)]
    [InlineData("query={ hello }&variables=null&extensions={\"a\":[1]}&other=1&other=2", 200, null)]
    [InlineData("query={ echo }&variables={\"name\":\"Zoë\"}", 200, null)]
    [InlineData("query={ wrong }", 400, "VALIDATION")]
    [InlineData("extensions={\"document\":\"abc\"}", 400, "VALIDATION")]
    [InlineData("", 400, "BAD_REQUEST")]
    [InlineData("sdl", 400, "BAD_REQUEST")]
    [InlineData("query=", 400, "BAD_REQUEST")]
    [InlineData("query={ hello }&query={ fault }", 400, "BAD_REQUEST")]
    [InlineData("query={ hello }&variables={\"a\":1}&variables={\"a\":2}", 400, "BAD_REQUEST")]
    [InlineData("query={ hello }&variables=[]", 400, "BAD_REQUEST")]
    [InlineData("query={ hello }&variables=\"{}\"", 400, "BAD_REQUEST")]
    [InlineData("query={ hello }&variables={", 400, "BAD_REQUEST")]
    [InlineData("query={ hello }&variables={\"a\":1,\"a\":2}", 400, "BAD_REQUEST")]
    [InlineData("query={ hello }&variables={\"a\":\"\\ud800\"}", 400, "BAD_REQUEST")]
    [InlineData("query={ hello }&extensions=1", 400, "BAD_REQUEST")]
    [InlineData("query=subscription { count }", 400, "BAD_REQUEST")]
    [InlineData("query=mutation { hello }", 405, "METHOD_NOT_ALLOWED")]
    public async Task A_get_is_answered_with(string parameters, int status, string? code)
    {
        using var response = await GetAsync(parameters, ("X-Purpose", "SAFEGUARDING"));

        Assert.Equal((status, code), ((int)response.StatusCode, await CodeAsync(response)));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal(status == 405 ? ["POST"] : [], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_get_reads_all_four_parameters()
    {
        const string parameters = """query={ echo }&operationName=Op&variables={"name":"Zoë+"}&extensions={"a":1}""";
        using var response = await GetAsync(parameters, ("X-Purpose", "SAFEGUARDING"));

        Assert.Equal("""{"data":{"echo":{"name":"Zoë+"}}}""", await response.Content.ReadAsStringAsync());
        var (_, operationName, _, extensions) = server.Graph.LastRequest!;
        Assert.Equal(("Op", """{"a":1}"""), (operationName, extensions!.Value.GetRawText()));
    }

    [Theory]
    [InlineData("X-Purpose", "SAFEGUARDING", 200)]
    [InlineData("GraphQL-Require-Preflight", "1", 200)]
    [InlineData("GraphQL-Require-Preflight", "", 400)]
    [InlineData("Accept-Language", "en", 400)]
    public async Task A_get_needs_a_header_that_no_foreign_page_can_send_unasked(string name, string value, int status)
    {
        using var response = await GetAsync("query={ hello }", (name, value));

        Assert.Equal((status, status == 400 ? "PREFLIGHT_REQUIRED" : null), ((int)response.StatusCode, await CodeAsync(response)));
        Assert.Equal(status == 400, server.Graph.LastRequest is null);
    }

    [Fact]
    public async Task A_strangers_url_is_not_read()
    {
        using var response = await GetAsync("query=mutation { hello }", ("X-Purpose", "SAFEGUARDING"), token: "bad");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(string parameters, (string Name, string Value) header, string token = "good")
    {
        var pairs = parameters.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(parameter => parameter.Split('=', 2));
        var query = string.Join('&', pairs.Select(pair => pair.Length == 1 ? pair[0] : $"{pair[0]}={Uri.EscapeDataString(pair[1])}"));
        using var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(server.Http) { Query = query }.Uri);
        _ = request.Headers.TryAddWithoutValidation("Authorization", token);
        _ = request.Headers.TryAddWithoutValidation("Accept", "application/graphql-response+json");
        _ = request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return await client.SendAsync(request);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response)
    {
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return body.RootElement.TryGetProperty("errors", out var errors)
            ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;
    }
}
