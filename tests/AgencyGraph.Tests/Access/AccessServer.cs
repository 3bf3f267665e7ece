using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Access;
using AgencyGraph.Commands;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Support;
using AgencyGraph.Visibility;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AgencyGraph.Tests.Access;

/// <summary>The real server on loopback, believing a <see cref="TestIssuer"/>.</summary>
public sealed class AccessServer : IAsyncLifetime
{
    private TestDatabase? database;
    private WebApplication? app;

    public static DateTimeOffset Now { get; } = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Clock { get; } = new(Now);

    public TestIssuer Issuer { get; } = new();

    public HttpClient Client { get; } = new();

    public IServiceProvider Services => app!.Services;

    /// <summary>Where the server listens.</summary>
    public string Listens { get; init; } = "http://127.0.0.1:0";

    /// <summary>Further settings, as <c>--Section:Name=value</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>The address of the graph for sockets.</summary>
    public Uri Socket => new(Client.BaseAddress!.ToString().Replace("http", "ws", StringComparison.Ordinal) + "graphql"); // It is started.

    public async Task InitializeAsync()
    {
        await Issuer.StartAsync();
        database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        app = ServerHost.Build(["--environment=Development", $"--urls={Listens}", "--Logging:LogLevel:Default=Warning", .. Settings], builder =>
        {
            _ = builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Storage:SqliteFile"] = database.Options.SqliteFile,
                ["Access:Authority"] = Issuer.Address,
                ["Access:Issuer"] = Issuer.Address,
                ["Access:Audience"] = TestIssuer.Audience,
            });
            _ = builder.Services.AddSingleton<TimeProvider>(Clock);
        });
        await app.StartAsync();
        Client.BaseAddress = new Uri(app.Urls.First());
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    public async Task<HttpResponseMessage> AskAsync(string? token, string? role = null, string? purpose = "SAFEGUARDING")
    {
        using var request = Request();
        if (token is not null)
            _ = request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        if (role is not null)
            request.Headers.Add(SignInHeaders.Role, role);
        if (purpose is not null)
            request.Headers.Add(SignInHeaders.Purpose, purpose);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
        return await Client.SendAsync(request);
    }

    /// <summary>Asks who is signed in, without saying so.</summary>
    public static HttpRequestMessage Request()
    {
        var content = JsonContent.Create(new { query = "{ me { subject agency { code } role onBehalfOf } }" });
        return new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
    }

    /// <summary>Who was signed in, or the code of the refusal.</summary>
    public static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        var read = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!; // An answer is an object.
        if (read["errors"]?[0]?["extensions"]?["code"] is { } code)
            return code.GetValue<string>();
        var me = read["data"]!["me"]!; // Nobody is signed in without errors.
        return $"{me["subject"]} {me["agency"]!["code"]} {RoleNames.NameOf(EnumNames.Parse<Role>(me["role"]!.GetValue<string>()))} {me["onBehalfOf"]}";
    }
}
