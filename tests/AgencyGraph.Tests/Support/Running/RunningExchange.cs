using AgencyGraph.Access;
using AgencyGraph.Commands;
using AgencyGraph.Storage.Postgres;
using AgencyGraph.Storage.Sqlite;
using AgencyGraph.Visibility;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgencyGraph.Tests.Support.Running;

/// <summary>The whole server, as <c>serve</c> builds it, on a port of its own and a database of its own; gone when disposed.</summary>
public sealed class RunningExchange : IAsyncDisposable
{
    /// <summary>Tests that wait for long are not to be told how far their stream has come; bookmarks have tests of their own.</summary>
    private const string RareBookmarks = "--Feed:BookmarkEvery=01:00:00";

    /// <summary>On a busy machine a test may itself be late to say who it is; how long a client has for that has tests of its own.</summary>
    private const string Patient = "--Transport:InitWait=00:01:00";

    /// <summary>Who was shown what is counted when a test says so: tests that count statements, or look at time, are not to meet it.</summary>
    private const string RareLooks = "--AccessHistory:LookEvery=1.00:00:00";

    /// <summary>Tests of overdue reviews look themselves.</summary>
    private const string RareReviews = "--BreakGlass:LookEvery=01:00:00";

    /// <summary>Tests of deadlines look themselves.</summary>
    private const string RareDeadlines = "--Timeliness:LookEvery=01:00:00";

    /// <summary>Tests share a PostgreSQL, in which others make and drop databases meanwhile; what a server does that does not see its own has a test.</summary>
    private const string Waiting = "--Answers:DatabaseWait=00:02:00";

    private readonly TestDatabase database;
    private readonly DirectoryInfo keys;
    private readonly WebApplication server;
    private readonly HttpClient http;
    private readonly Answers answers = new();

    private RunningExchange(TestDatabase database, DirectoryInfo keys, WebApplication server)
    {
        (this.database, this.keys, this.server) = (database, keys, server);
        Address = new Uri(server.Urls.Single());
        http = new HttpClient(answers) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public TestDatabase Database => database;

    public string LedgerKeyFile => LedgerKeyIn(keys);

    public IServiceProvider Services => server.Services;

    /// <summary>The statements that the server's own contexts send.</summary>
    public StatementLog Statements => Services.GetRequiredService<StatementLog>();

    /// <param name="kind">On which database; the test is skipped where the machine has none.</param>
    /// <param name="clock">Null for the system's.</param>
    /// <param name="settings">Further settings, as <c>--Section:Name=value</c>.</param>
    /// <param name="configure">Changes services before the parts are added.</param>
    public static async Task<RunningExchange> StartAsync(
        DatabaseKind kind, TimeProvider? clock = null, IReadOnlyList<string>? settings = null, Action<WebApplicationBuilder>? configure = null)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var keys = Directory.CreateTempSubdirectory("agencygraph-keys-");
        return new RunningExchange(database, keys, await StartServerAsync(database, keys, clock, settings ?? [], configure));
    }

    /// <summary>On a database that stays when the exchange goes: the next one starts on it as after a restart.</summary>
    public static async Task<RunningExchange> StartOnAsync(
        TestDatabase database, TimeProvider? clock = null, IReadOnlyList<string>? settings = null, Action<WebApplicationBuilder>? configure = null)
    {
        var keys = Directory.CreateTempSubdirectory("agencygraph-keys-");
        return new RunningExchange(database, keys, await StartServerAsync(database, keys, clock, settings ?? [], configure)) { LeavesDatabase = true };
    }

    private static async Task<WebApplication> StartServerAsync(
        TestDatabase database, DirectoryInfo keys, TimeProvider? clock, IReadOnlyList<string> settings, Action<WebApplicationBuilder>? configure)
    {
        var where = database.Options.PostgresConnectionString is { } postgres
            ? $"--ConnectionStrings:Postgres={postgres}"
            : $"--Storage:SqliteFile={database.Options.SqliteFile}";
        var server = ServerHost.Build(
            ["--environment=Development", $"--Access:DevelopmentKeyFile={Path.Combine(keys.FullName, "key.pem")}",
                $"--Ledger:SigningKeyFile={LedgerKeyIn(keys)}", where, RareBookmarks, Patient, RareLooks, RareReviews, RareDeadlines, Waiting, .. settings],
            builder =>
            {
                Prepare(builder, clock);
                configure?.Invoke(builder);
            });
        server.Urls.Add("http://127.0.0.1:0");
        await server.StartAsync();
        return server;
    }

    /// <summary>A caller with a token of the development issuer's.</summary>
    public ExchangeCaller As(Role role, string agency, string? subject = null, string? purpose = null)
        => ExchangeCaller.With(Services.GetRequiredService<DevelopmentTokens>(), http, Statements, role, agency, subject, purpose);

    /// <summary>A caller with a token of the issuer that the settings name.</summary>
    public ExchangeCaller Bearing(string token, Role role, string agency) => ExchangeCaller.Bearing(token, http, Statements, role, agency);

    /// <summary>Another server on the same database, which is to be disposed first.</summary>
    public async Task<RunningExchange> StartAnotherNodeAsync(
        TimeProvider? clock = null, IReadOnlyList<string>? settings = null, Action<WebApplicationBuilder>? configure = null)
        => new(database, keys, await StartServerAsync(database, keys, clock, settings ?? [], configure)) { IsGuest = true };

    private static string LedgerKeyIn(DirectoryInfo folder) => Path.Combine(folder.FullName, "ledger.pem");

    private bool IsGuest { get; init; }

    private bool LeavesDatabase { get; init; }

    public async ValueTask DisposeAsync()
    {
        await answers.AreInTheLedgerAsync(Services);
        http.Dispose();
        using (var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5)))
            await server.StopAsync(patience.Token);
        await server.DisposeAsync();
        if (IsGuest)
            return;
        if (!LeavesDatabase)
            await database.DisposeAsync();
        keys.Delete(recursive: true);
    }

    private static void Prepare(WebApplicationBuilder builder, TimeProvider? clock)
    {
        _ = builder.Logging.ClearProviders();
        var statements = new StatementLog();
        _ = builder.Services.AddSingleton(clock ?? TimeProvider.System).AddSingleton(statements)
            .ConfigureDbContext<SqliteAgencyDb>(options => options.AddInterceptors(statements))
            .ConfigureDbContext<PostgresAgencyDb>(options => options.AddInterceptors(statements));
    }
}
