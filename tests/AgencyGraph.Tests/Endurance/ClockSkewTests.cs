using System.Text.Json.Nodes;
using AgencyGraph.Access;
using AgencyGraph.Agencies;
using AgencyGraph.Feed;
using AgencyGraph.Tests.Receipts;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Transport.StandIn;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static AgencyGraph.Tests.Receipts.Acknowledging;

namespace AgencyGraph.Tests.Endurance;

/// <summary>A machine whose clock is wrong, or is set while it serves.</summary>
public sealed class ClockSkewTests
{
    private const string Me = "{ me { subject } }";
    private const string Watch = "subscription($after: Cursor) { updates(after: $after) { sequence cursor ... on IncidentRecorded { incident { reference } } } }";

    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    [SkippableTheory, InlineData(-10), InlineData(10)]
    public async Task A_token_is_good_for_as_long_as_the_database_says_whatever_a_node_takes_the_time_for(int minutesAhead)
    {
        await using var right = await RunningExchange.StartAsync(DatabaseKind.Postgres);
        await using var wrong = await right.StartAnotherNodeAsync(new WrongClock(TimeProvider.System, TimeSpan.FromMinutes(minutesAhead)));
        var expired = TokenOf(right, from: -TenMinutes, to: -TokenValidator.ClockSkew - TimeSpan.FromSeconds(1));
        var future = TokenOf(right, from: TimeSpan.FromMinutes(5), to: TenMinutes);
        var good = TokenOf(right, from: -TenMinutes, to: TimeSpan.FromMinutes(5));

        foreach (var node in new[] { right, wrong })
        {
            Assert.NotNull((await node.Bearing(good, Role.HubPractitioner, "BUR").DataAsync(Me))["me"]);
            foreach (var bad in new[] { expired, future })
                Assert.Equal("UNAUTHENTICATED", CodeIn(await node.Bearing(bad, Role.HubPractitioner, "BUR").AskAsync(Me)));
        }
    }

    [SkippableTheory, InlineData(-10), InlineData(10)]
    public async Task A_node_whose_clock_is_wrong_changes_neither_the_order_nor_when_things_happened(int minutesAhead)
    {
        await using var right = await RunningExchange.StartAsync(DatabaseKind.Postgres);
        await using var wrong = await right.StartAnotherNodeAsync(new WrongClock(TimeProvider.System, TimeSpan.FromMinutes(minutesAhead)));
        RunningExchange[] nodes = [right, wrong];
        await using var onRight = await right.As(Role.HubPractitioner, "BUR").SubscribeAsync(Watch);
        await using var onWrong = await wrong.As(Role.HubPractitioner, "BUR").SubscribeAsync(Watch);
        var numbers = Enumerable.Range(1, 30).ToList();
        var began = DateTime.UtcNow;

        foreach (var number in numbers)
            _ = await nodes[number % 2].As(Role.PoliceSystem, Sample.Force).RecordAsync(number, "BUR");

        var ended = DateTime.UtcNow;
        foreach (var stream in new[] { onRight, onWrong })
        {
            foreach (var number in numbers)
                Assert.Equal($"GMP/2026/{number}", ReferenceIn((await stream.NextAsync())["data"]?["updates"]));
        }

        // The machine of the tests is the database's: how far a comparison over a slow connection may be off is not ten minutes.
        await using var db = right.Database.Open();
        Assert.All(
            await db.Set<FeedEntry>().Select(entry => entry.RecordedAt).ToListAsync(),
            at => Assert.InRange(at, began - TimeSpan.FromMinutes(1), ended + TimeSpan.FromMinutes(1)));
    }

    [SkippableTheory, MemberData(nameof(WayStream.EveryDatabaseEitherWay), MemberType = typeof(WayStream))]
    public async Task A_clock_that_is_set_while_a_stream_is_open_costs_it_nothing(DatabaseKind kind, StreamWay way)
    {
        var clock = new WrongClock(TimeProvider.System, TimeSpan.Zero);
        await using var exchange = await RunningExchange.StartAsync(kind, clock);
        var (hub, force) = (exchange.As(Role.HubPractitioner, "BUR"), exchange.As(Role.PoliceSystem, Sample.Force));
        var cursors = new List<string>();
        await using (var stream = await WayStream.OpenAsync(exchange, hub, way, Watch))
        {
            foreach (var (minutesAhead, number) in new[] { 0, -10, 10, 0 }.Select((minutes, i) => (minutes, i + 1)))
            {
                clock.Set(TimeSpan.FromMinutes(minutesAhead));
                _ = await force.RecordAsync(number, "BUR");
                var update = await stream.NextUpdateAsync();
                Assert.Equal((number, $"GMP/2026/{number}"), (update["sequence"]?.GetValue<int>(), ReferenceIn(update)));
                cursors.Add(Text(update["cursor"]));
            }
        }

        clock.Set(-TimeSpan.FromMinutes(10));
        await using var resumed = await WayStream.OpenAsync(exchange, exchange.As(Role.HubPractitioner, "BUR"), way, Watch, new { after = cursors[0] });
        for (var number = 2; number <= 4; number++)
            Assert.Equal($"GMP/2026/{number}", ReferenceIn(await resumed.NextUpdateAsync()));
    }

    [SkippableTheory, MemberData(nameof(WayStream.EveryDatabaseEitherWay), MemberType = typeof(WayStream))]
    public async Task A_clock_that_is_set_back_keeps_no_stream_open_beyond_its_token(DatabaseKind kind, StreamWay way)
    {
        var pace = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var clock = new WrongClock(pace, TimeSpan.Zero);
        await using var exchange = await RunningExchange.StartAsync(kind, clock);
        var contact = exchange.Services.GetRequiredService<DatabaseContact>();
        var token = TokenOf(exchange, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        await using var stream = await WayStream.OpenAsync(exchange, exchange.Bearing(token, Role.HubPractitioner, "BUR"), way, Watch);

        clock.Set(-TenMinutes);
        for (var seconds = 0; seconds < 60; seconds += 10)
        {
            pace.Advance(TimeSpan.FromSeconds(10));
            var answers = contact.Answers;
            await Eventually.IsAsync(() => contact.Answers > answers, "the database is seen, which goes at another pace");
        }

        Assert.Equal("4403 Token expired", await stream.ClosedAsync());
    }

    /// <summary>A token of the development issuer's, good between two instants as seen from now.</summary>
    private static string TokenOf(RunningExchange exchange, TimeSpan from, TimeSpan to)
    {
        var issuer = new FakeTimeProvider(exchange.Services.GetRequiredService<TimeProvider>().GetUtcNow() + from);
        return new DevelopmentTokens(exchange.Services.GetRequiredService<DevelopmentKey>(), issuer)
            .Issue([Role.HubPractitioner], new AgencyCode("BUR"), "hub-of-bury", to - from);
    }

    private static string ReferenceIn(JsonNode? update) => Text(update?["incident"]?["reference"]);

    private static string? CodeIn(JsonNode answer) => answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();
}
