using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Tests.Contract.Plans;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AgencyGraph.Tests.Contract.Disclosure;

/// <summary>Whoever reads the graph empty, one permitted request after the other, is stopped and reported, by plans and by the engine.</summary>
public sealed class ObjectBudgetTests
{
    private const string Children = "query($n: Int) { children(first: $n) { nodes { id incidents(first: 5) { nodes { id } } } } }";
    private const string ById = "query($id: ID!) { node(id: $id) { id } }";
    private const string Incidents = "query($n: Int) { incidents(first: $n) { nodes { reference } } }";

    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);

    public static TheoryData<DatabaseKind, bool> BothDatabasesBothWays()
    {
        var all = new TheoryData<DatabaseKind, bool>();
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            all.Add(kind, true);
            all.Add(kind, false);
        }

        return all;
    }

    [SkippableTheory, MemberData(nameof(BothDatabasesBothWays))]
    public async Task A_person_is_shown_so_many_children_an_hour_and_no_more(DatabaseKind kind, bool isPlanned)
    {
        await using var first = await RunningExchange.StartAsync(kind);
        _ = await SmallWorld.WriteAsync(first);
        await using var exchange = await StartAsync(first, isPlanned);
        var hub = exchange.As(Role.HubPractitioner, "BUR", "ann");
        foreach (var size in new[] { 1, 1, 1, 3, 5 })
            Assert.Equal(size, (await hub.DataAsync(Children, new { n = size }))["children"]!["nodes"]!.AsArray().Count);

        var refused = await hub.AskAsync(Children, new { n = 6 });
        Assert.Equal("RATE_LIMITED", Code(refused));
        Assert.False(refused.AsObject().ContainsKey("data"));
        Assert.Equal(5, (await hub.DataAsync(Children, new { n = 5 }))["children"]!["nodes"]!.AsArray().Count);
        var another = exchange.As(Role.HubPractitioner, "BUR", "ben");
        Assert.Equal(5, (await another.DataAsync(Children, new { n = 5 }))["children"]!["nodes"]!.AsArray().Count);
        Assert.Equal(12, (await exchange.As(Role.PoliceSystem, "greater-manchester").DataAsync(Children, new { n = 12 }))["children"]!["nodes"]!.AsArray().Count);

        clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal(5, (await hub.DataAsync(Children, new { n = 5 }))["children"]!["nodes"]!.AsArray().Count);
    }

    [SkippableTheory, MemberData(nameof(BothDatabasesBothWays))]
    public async Task Whichever_way_they_are_reached_they_count(DatabaseKind kind, bool isPlanned)
    {
        await using var first = await RunningExchange.StartAsync(kind);
        var world = await SmallWorld.WriteAsync(first);
        await using var exchange = await StartAsync(first, isPlanned);
        var hub = exchange.As(Role.HubPractitioner, "BUR", "ann");
        _ = await hub.DataAsync(Incidents, new { n = 1 });
        _ = await hub.DataAsync(Incidents, new { n = 2 });
        _ = await hub.DataAsync(Incidents, new { n = 2 });
        var seen = (await hub.DataAsync("{ referrals(first: 2) { nodes { id children { id } } } }"))["referrals"]!["nodes"]!.AsArray();
        Assert.Equal(2, seen.Count);
        var child = seen[0]!["children"]![0]!["id"]!.GetValue<string>();
        foreach (var id in new[] { child, child, child, world.Incidents[1] }) // One that Bury is not told of: not shown, and not counted.
            _ = await hub.DataAsync(ById, new { id });
        Assert.Equal("RATE_LIMITED", Code(await hub.AskAsync(Incidents, new { n = 3 })));
        Assert.Equal("RATE_LIMITED", Code(await hub.AskAsync("{ referrals(first: 3) { totalCount nodes { __typename } } }")));
        _ = await hub.DataAsync("{ children(first: 1) { totalCount } incidents(first: 50) { totalCount } }");
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_write_is_acknowledged_whatever_its_writer_has_read(DatabaseKind kind)
    {
        await using var first = await RunningExchange.StartAsync(kind);
        _ = await SmallWorld.WriteAsync(first);
        await using var exchange = await StartAsync(first, isPlanned: true);
        var hub = exchange.As(Role.HubPractitioner, "BUR", "ann");
        _ = await hub.DataAsync(Children, new { n = 5 });
        var child = new { idempotencyKey = Guid.NewGuid(), localReference = "A-1", givenName = "Ada", surname = "Test" };
        var payload = await hub.RunAsync("recordChild", "RecordChildInput", child, "outcome child { id }");
        Assert.NotNull(payload["child"]!["id"]);
        Assert.Equal("RATE_LIMITED", Code(await hub.AskAsync(Children, new { n = 6 })));
    }

    [SkippableTheory, EveryDatabase]
    public async Task It_is_said_in_each_protocols_own_way_and_the_operator_is_told_once_without_a_name(DatabaseKind kind)
    {
        var log = new Alerts();
        await using var first = await RunningExchange.StartAsync(kind);
        _ = await SmallWorld.WriteAsync(first);
        await using var exchange = await first.StartAnotherNodeAsync(
            clock, ["--ObjectBudget:PersonRecordsAnHour=2"], builder => builder.Logging.AddProvider(log));
        var hub = exchange.As(Role.HubPractitioner, "BUR", "ann");
        using var http = new HttpClient { BaseAddress = exchange.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Headers.Authorization = new("Bearer", hub.Token);
        request.Headers.Add("X-Purpose", hub.Purpose);
        request.Headers.Add("Accept", "application/graphql-response+json");
        request.Content = JsonContent.Create(new { query = Children, variables = new { n = 3 } });
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal("RATE_LIMITED", Code(JsonNode.Parse(await response.Content.ReadAsStringAsync())!));

        await using var stream = await exchange.As(Role.HubPractitioner, "BUR", "ann").SubscribeAsync(Children, new { n = 3 });
        Assert.Contains("RATE_LIMITED", (await stream.NextAsync()).ToJsonString(), StringComparison.Ordinal);
        var line = Assert.Single(log.Lines);
        Assert.Contains("HubPractitioner of BUR", line, StringComparison.Ordinal);
        Assert.DoesNotContain("ann", line, StringComparison.Ordinal);
    }

    private Task<RunningExchange> StartAsync(RunningExchange first, bool isPlanned)
        => first.StartAnotherNodeAsync(clock, ["--ObjectBudget:PersonRecordsAnHour=5", $"--Plans:AreUsed={isPlanned}"]);

    private static string? Code(JsonNode answer) => answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();

    /// <summary>The alerts of the budget.</summary>
    private sealed class Alerts : ILoggerProvider, ILogger
    {
        private const int Spent = 7301;

        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id != Spent)
                return;
            lock (Lines)
                Lines.Add(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
