using System.Text.Json;
using AgencyGraph.Agencies;
using AgencyGraph.Commands;
using AgencyGraph.Contract;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Visibility;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgencyGraph.Tests.Contract.Reading;

#pragma warning disable CA1001 // The runner calls DisposeAsync, which disposes.
public sealed class QueryCacheTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private const string Document = """
        query Cached($id: ID!, $kind: [IncidentKind!], $first: Int, $after: Cursor) {
          me { agency { name } }
          node(id: $id) { ... on Child { id } }
          child(by: { id: $id }) {
            id withheld { field }
            identity { givenName bornOn }
            incidents(first: $first, filter: { kinds: $kind }) { totalCount nodes { reference force { name } children { role } } }
            referrals(first: $first) { nodes { stage } }
          }
          children(first: $first, after: $after) { nodes { id identity { givenName } } pageInfo { endCursor } }
        }
        """;

    private const string Record = """
        mutation Record($input: IncidentInput!) { recordIncident(input: $input) { incident { children { child { id } } } } }
        """;

    private static readonly JsonSerializerOptions AsGraph = new(JsonSerializerDefaults.Web);

    private readonly string folder = Directory.CreateTempSubdirectory("agencygraph-cache-").FullName;
    private readonly Compilations compilations = new();
    private WebApplication server = null!; // Made before each test.

    public async Task InitializeAsync()
    {
        server = ServerHost.Build(
            ["--environment", "Development", "--urls", "http://127.0.0.1:0", "--Storage:SqliteFile", Path.Combine(folder, "cache.db"),
                "--Access:DevelopmentKeyFile", Path.Combine(folder, "key.pem")],
            builder => builder.Logging.AddProvider(compilations).AddFilter<Compilations>("Microsoft.EntityFrameworkCore.Query", LogLevel.Debug));
        await server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        compilations.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_was_asked_before_is_not_compiled_again_for_other_values_and_callers()
    {
        var bury = await RecordAsync("BUR", count: 2);
        var bolton = await RecordAsync("BOL", count: 7);
        for (var i = 0; i < 3; i++)
            await AskAsync("BUR", "ann", bury, "DOMESTIC_ABUSE"); // By the engine first; at the third time there is a plan.
        var compiled = compilations.Count;

        for (var i = 0; i < 3; i++)
        {
            await AskAsync("BOL", $"practitioner-{i}", bolton, "DOMESTIC_ABUSE");
            await AskAsync("BUR", $"practitioner-{i}", bury, "NEGLECT");
        }

        Assert.NotEqual(0, compiled);
        Assert.Equal(compiled, compilations.Count);
    }

    /// <summary>Incidents of one child in a council; answers the child's id.</summary>
    private async Task<string> RecordAsync(string council, int count)
    {
        var force = new Caller("system", new AgencyCode("greater-manchester"), Role.PoliceSystem, Purpose.Safeguarding);
        var child = A.Child(A.NhsNumber());
        var id = "";
        for (var i = 0; i < count; i++)
        {
            var input = A.Incident() with { Council = council, Persons = [child] };
            var recorded = await RunAsync(force, Record, new { input });
            id = recorded.GetProperty("recordIncident").GetProperty("incident").GetProperty("children")[0].GetProperty("child").GetProperty("id").GetString()!;
        }

        return id;
    }

    private async Task AskAsync(string council, string subject, string child, string kind)
    {
        Compilations.AreMine.Value = true;
        var hub = new Caller(subject, new AgencyCode(council), Role.HubPractitioner, Purpose.Safeguarding);
        var answer = await RunAsync(hub, Document, new { id = child, kind = new[] { kind }, first = 10 });
        Assert.Equal(child, answer.GetProperty("child").GetProperty("id").GetString());
    }

    private async Task<JsonElement> RunAsync(Caller caller, string document, object variables)
    {
        var request = new GraphRequest(document, null, JsonSerializer.SerializeToElement(variables, AsGraph), null);
        var answer = await server.Services.GetRequiredService<IGraphService>().ExecuteAsync(
            request, new Session(caller, DateTimeOffset.MaxValue), CancellationToken.None);
        using var body = JsonDocument.Parse(answer.Body);
        Assert.False(body.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
        return body.RootElement.GetProperty("data").Clone();
    }

    /// <summary>
    /// Counts the queries that Entity Framework compiles for what is asked here, and none of the server's own: what it finds in its
    /// cache it does not tell.
    /// </summary>
    private sealed class Compilations : ILoggerProvider, ILogger
    {
        public static readonly AsyncLocal<bool> AreMine = new();

        private int count;

        public int Count => count;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (AreMine.Value && eventId.Id == CoreEventId.QueryCompilationStarting.Id)
                _ = Interlocked.Increment(ref count);
        }

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
