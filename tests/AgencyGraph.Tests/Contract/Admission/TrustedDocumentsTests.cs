using System.Text.Json.Nodes;
using AgencyGraph.Contract.Admission;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Contract.Admission;

/// <summary>An exchange on which only trusted documents may be run, as in production.</summary>
public sealed class TrustedDocumentsTests
{
    private const string Free = "{ incidents(first: 1) { totalCount } }";

    private static readonly string[] Closed =
    [
        "--DocumentAccess:AreFree=false",
        "--DocumentAccess:IsIntrospectable=false",
        "--DocumentAccess:FreeFor:Subjects:0=named",
        "--DocumentAccess:FreeFor:Roles:0=Administrator",
        "--DocumentAccess:IntrospectionFor:Subjects:0=named",
        "--DocumentAccess:Clients:0:Subject=narrow",
        "--DocumentAccess:Clients:0:Documents:0=inspector/me",
        "--DocumentAccess:Clients:0:Documents:1=dashboard",
    ];

    private static readonly TrustedDocuments Registry = new();

    [Fact]
    public async Task A_trusted_document_is_run_by_its_hash_however_that_is_sent()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, settings: Closed);
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        var hash = HashOf("inspector/me");
        foreach (var body in new object[]
        {
            new { documentId = $"sha256:{hash}" },
            new { documentId = $"sha256:{hash.ToUpperInvariant()}" },
            new { extensions = new { persistedQuery = new { version = 1, sha256Hash = hash } } },
            new { documentId = $"sha256:{hash}", query = TextOf("inspector/me") },
            new { query = TextOf("inspector/me") },
            new { query = TextOf("inspector/me").TrimEnd('\n') },
        })
        {
            Assert.Contains("\"role\":\"HUB_PRACTITIONER\"", await hub.PostTextAsync(body), StringComparison.Ordinal);
        }

        await using var stream = await hub.OpenAsync(new { documentId = $"sha256:{HashOf("dashboard/live-updates")}" });
        Assert.False(stream.HasHeard);
    }

    [Theory]
    [InlineData("graphql", "application/json", "\"role\":\"HUB_PRACTITIONER\"")]
    [InlineData("graphql/stream", "text/event-stream", "\"role\":\"HUB_PRACTITIONER\"")]
    public async Task A_trusted_document_is_run_by_url_and_as_a_stream_of_events(string path, string accept, string expected)
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, settings: Closed);
        using var http = new HttpClient { BaseAddress = exchange.Address };
        Assert.Contains(expected, await GetAsync($"{path}?documentId=sha256:{HashOf("inspector/me")}"), StringComparison.Ordinal);
        Assert.Contains("PERSISTED_NOT_FOUND", await GetAsync($"{path}?documentId=sha256:{new string('0', 64)}"), StringComparison.Ordinal);
        Assert.Contains("DOCUMENT_NOT_PERMITTED", await GetAsync($"{path}?query={{__typename}}"), StringComparison.Ordinal);
        foreach (var sdl in new[] { "sdl", "sdl=1", "schema.graphql" })
            Assert.Contains("BAD_REQUEST", await GetAsync($"{path}?{sdl}"), StringComparison.Ordinal);
        Assert.Contains("METHOD_NOT_ALLOWED", await GetAsync($"{path}?documentId=sha256:{HashOf("council/record-child")}"), StringComparison.Ordinal);

        async Task<string> GetAsync(string address)
        {
            var hub = exchange.As(Role.HubPractitioner, "BUR");
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Authorization = new("Bearer", hub.Token);
            request.Headers.Add("X-Purpose", hub.Purpose);
            request.Headers.Accept.ParseAdd(accept);
            using var response = await http.SendAsync(request);
            return await response.Content.ReadAsStringAsync();
        }
    }

    [Fact]
    public async Task What_is_not_registered_is_refused_at_every_door()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, settings: Closed);
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        var unknown = $"sha256:{new string('0', 64)}";
        Assert.Equal("DOCUMENT_NOT_PERMITTED", Code(await hub.PostTextAsync(new { query = Free })));
        Assert.Equal("DOCUMENT_NOT_PERMITTED", Code(await hub.PostTextAsync(new { query = "{ __schema { types { name } } }" })));
        Assert.Equal("DOCUMENT_NOT_PERMITTED", Code(await hub.PostTextAsync(new { query = Free, documentId = $"sha256:{TrustedDocuments.HashOf(Free)}" })));
        Assert.Equal("PERSISTED_NOT_FOUND", Code(await hub.PostTextAsync(new { documentId = unknown })));
        Assert.Equal("PERSISTED_NOT_FOUND", Code(await hub.PostTextAsync(new { documentId = $"sha256:{TrustedDocuments.HashOf(Free)}" })));
        Assert.Equal("PERSISTED_MISMATCH", Code(await hub.PostTextAsync(new { documentId = $"sha256:{HashOf("inspector/me")}", query = Free })));
        foreach (var (payload, code) in new[]
        {
            ((object)new { documentId = unknown }, "PERSISTED_NOT_FOUND"),
            (new { query = Free }, "DOCUMENT_NOT_PERMITTED"),
            (new { query = "subscription { updates { id } }" }, "DOCUMENT_NOT_PERMITTED"),
        })
        {
            await using var stream = await hub.OpenAsync(payload);
            Assert.Contains($"\"code\":\"{code}\"", (await stream.NextAsync()).ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("inspector/me", null)]
    [InlineData("dashboard/latest-incidents", null)]
    [InlineData("council/referral-inbox", "PERSISTED_NOT_FOUND")]
    public async Task A_client_with_a_list_of_its_own_runs_what_is_on_it(string name, string? code)
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, settings: Closed);
        var narrow = exchange.As(Role.HubPractitioner, "BUR", "narrow");
        Assert.Equal(code, Code(await narrow.PostTextAsync(new { documentId = $"sha256:{HashOf(name)}" })));
        if (code is not null)
            Assert.Equal("DOCUMENT_NOT_PERMITTED", Code(await narrow.PostTextAsync(new { query = TextOf(name) })));
        Assert.Null(Code(await exchange.As(Role.HubPractitioner, "BUR").PostTextAsync(new { documentId = $"sha256:{HashOf(name)}" })));
    }

    [Fact]
    public async Task Named_clients_and_roles_may_send_their_own_and_ask_for_the_schema_each_as_named()
    {
        const string schema = "{ __schema { queryType { name } } }";
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, settings: Closed);
        var named = exchange.As(Role.HubPractitioner, "BUR", "named");
        var administrator = exchange.As(Role.Administrator, "BUR");
        Assert.Null(Code(await named.AskTextAsync(Free)));
        Assert.Equal("""{"data":{"__schema":{"queryType":{"name":"Query"}}}}""", await named.AskTextAsync(schema));
        Assert.Null(Code(await administrator.AskTextAsync("{ __typename }")));
        Assert.Equal("INTROSPECTION_NOT_PERMITTED", Code(await administrator.AskTextAsync(schema)));
        Assert.Equal("INTROSPECTION_NOT_PERMITTED", Code(await administrator.AskTextAsync("{ ...F } fragment F on Query { ... { x: __type(name: \"Child\") { name } } }")));
    }

    [Fact]
    public async Task In_development_a_hash_that_came_with_its_text_stands_for_it()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        var persistedQuery = new { version = 1, sha256Hash = TrustedDocuments.HashOf(Free) };
        Assert.Equal("PERSISTED_NOT_FOUND", Code(await hub.PostTextAsync(new { extensions = new { persistedQuery } })));
        Assert.Equal("PERSISTED_MISMATCH", Code(await hub.PostTextAsync(new { query = Free + " ", extensions = new { persistedQuery } })));
        Assert.Equal("PERSISTED_NOT_FOUND", Code(await hub.PostTextAsync(new { extensions = new { persistedQuery } })));
        Assert.Null(Code(await hub.PostTextAsync(new { query = Free, extensions = new { persistedQuery } })));
        Assert.Equal("""{"data":{"incidents":{"totalCount":0}}}""", await hub.PostTextAsync(new { extensions = new { persistedQuery } }));
    }

    [Theory]
    [InlineData("""{"documentId":"sha256:12"}""")]
    [InlineData("""{"documentId":"me"}""")]
    [InlineData("""{"documentId":7}""")]
    [InlineData("""{"extensions":{}}""")]
    [InlineData("""{"extensions":{"persistedQuery":null}}""")]
    [InlineData("""{"extensions":{"persistedQuery":{"sha256Hash":7}}}""")]
    [InlineData("""{"documentId":"sha256:0000000000000000000000000000000000000000000000000000000000000000","extensions":{"persistedQuery":{"sha256Hash":"1111111111111111111111111111111111111111111111111111111111111111"}}}""")]
    public async Task A_reference_that_names_no_document_is_a_bad_request(string body)
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        Assert.Equal("BAD_REQUEST", Code(await exchange.As(Role.HubPractitioner, "BUR").PostTextAsync(JsonNode.Parse(body)!)));
    }

    [Fact]
    public void The_registry_is_what_the_folder_holds()
    {
        var folder = Repository.PathOf("schema", "operations");
        var files = Directory.EnumerateFiles(folder, "*.graphql", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file))).Order();
        Assert.Equal(files, Registry.All.Select(document => ($"{document.Name}.graphql", document.Text)).Order());
    }

    private static string HashOf(string name) => Registry.All.Single(document => document.Name == name).Hash;

    private static string TextOf(string name) => Registry.All.Single(document => document.Name == name).Text;

    private static string? Code(string answer) => JsonNode.Parse(answer)!["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();
}
