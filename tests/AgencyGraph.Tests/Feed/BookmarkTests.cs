using System.Text.Json.Nodes;
using AgencyGraph.Feed;
using AgencyGraph.Tests.Receipts;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using static AgencyGraph.Tests.Receipts.Acknowledging;

namespace AgencyGraph.Tests.Feed;

public sealed class BookmarkTests
{
    private const string Watch =
        "subscription($after: Cursor) { updates(after: $after) { __typename id sequence place: cursor previousCursor occurredAt recordedAt "
        + "... on IncidentRecorded { incident { reference } } ... on StreamBookmark { again: cursor } } }";

    private static readonly string[] TenSeconds = ["--Feed:BookmarkEvery=00:00:10"];
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(11);

    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);

    [SkippableTheory, MemberData(nameof(WayStream.EveryDatabaseEitherWay), MemberType = typeof(WayStream))]
    public async Task A_stream_that_is_told_nothing_is_told_how_far_it_has_come(DatabaseKind kind, StreamWay way)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, clock, TenSeconds);
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        await using var stream = await WayStream.OpenAsync(exchange, hub, way, Watch);
        _ = await force.RecordAsync(1, "BUR");
        var first = await stream.NextUpdateAsync();
        foreach (var number in Enumerable.Range(2, 3))
            _ = await force.RecordAsync(number, "BOL");

        var mark = await BookmarkAsync(stream, upTo: 4, exchange);

        Assert.Equal(2, mark["sequence"]?.GetValue<int>());
        Assert.Equal(Text(first["place"]), Text(mark["previousCursor"]));
        Assert.Equal(Text(mark["place"]), Text(mark["again"]));
        Assert.Equal(Text(mark["occurredAt"]), Text(mark["recordedAt"]));
        _ = await force.RecordAsync(5, "BUR");
        var next = await stream.NextUpdateAsync();
        Assert.Equal((3, Text(mark["place"])), (next["sequence"]?.GetValue<int>(), Text(next["previousCursor"])));

        // It came beyond what it was not told of: of that nothing is left, and it can be resumed all the same.
        await ForgetAsync(exchange, upTo: 4);
        await using var late = await WayStream.OpenAsync(exchange, hub, way, Watch, new { after = Text(first["place"]) });
        Assert.Equal("CURSOR_EXPIRED", Text((await late.NextAsync())["errors"]?[0]?["extensions"]?["code"]));
        await using var resumed = await WayStream.OpenAsync(exchange, hub, way, Watch, new { after = Text(mark["place"]) });
        var told = await resumed.NextUpdateAsync();
        Assert.Equal((1, Text(mark["place"]), "GMP/2026/5"), (told["sequence"]?.GetValue<int>(), Text(told["previousCursor"]), Text(told["incident"]?["reference"])));
    }

    [SkippableTheory, EveryDatabase]
    public async Task Bookmarks_are_the_same_whether_or_not_something_hidden_has_happened(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, clock, TenSeconds);
        var system = exchange.As(Role.CouncilSystem, "BUR");
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        await using var stream = await WayStream.OpenAsync(exchange, system, StreamWay.Socket, Watch);
        _ = await force.RecordAsync(100, "BUR");
        _ = await stream.NextUpdateAsync(); // Now it is open.
        var marks = new List<JsonNode>();
        for (var round = 0; round < 6; round++)
        {
            if (round >= 3)
                _ = await force.RecordAsync(round, "BOL");
            marks.Add(await BookmarkAsync(stream, upTo: Math.Max(1, round - 1), exchange));
        }

        Assert.Equal(marks.Count, marks.Select(mark => Text(mark["place"])).Distinct().Count());
        Assert.Equal(marks.Count, marks.Select(mark => Text(mark["id"])).Distinct().Count());
        Assert.Single(marks.Skip(1).Select(mark => mark["place"]!.ToJsonString().Length + mark["id"]!.ToJsonString().Length).Distinct());
        foreach (var (earlier, later) in marks.Zip(marks.Skip(1)))
        {
            // On PostgreSQL the time is the database's, which this test does not put on.
            if (kind == DatabaseKind.Sqlite)
                Assert.Equal(TimeSpan.FromSeconds(11), DateTime.Parse(Text(later["recordedAt"])) - DateTime.Parse(Text(earlier["recordedAt"])));
            Assert.Equal(Text(later["place"]), Text((await system.AcknowledgeAsync(Text(later["place"])))["acknowledgement"]?["cursor"]));
            Assert.Equal(Text(later["place"]), Text((await system.AcknowledgeAsync(Text(earlier["place"])))["acknowledgement"]?["cursor"]));
        }
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_busy_stream_is_sent_none(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, clock, TenSeconds);
        await using var stream = await WayStream.OpenAsync(exchange, exchange.As(Role.HubPractitioner, "BUR"), StreamWay.Socket, Watch);
        for (var number = 1; number <= 5; number++)
        {
            clock.Advance(TimeSpan.FromSeconds(4));
            _ = await exchange.As(Role.PoliceSystem, Sample.Force).RecordAsync(number, "BUR");
            Assert.Equal($"GMP/2026/{number}", Text((await stream.NextUpdateAsync())["incident"]?["reference"]));
        }
    }

    /// <summary>The bookmark that comes once the flow has come so far, and time has passed.</summary>
    private async Task<JsonNode> BookmarkAsync(WayStream stream, long upTo, RunningExchange exchange)
    {
        var live = exchange.Services.GetRequiredService<LiveStreams>();
        while (live.Settled < upTo)
            await Task.Delay(1);
        clock.Advance(Long);
        var mark = await stream.NextUpdateAsync();
        Assert.Equal("StreamBookmark", Text(mark["__typename"]));
        return mark;
    }

    private static async Task ForgetAsync(RunningExchange exchange, long upTo)
    {
        await using (var db = exchange.Database.Open())
        {
            _ = await db.Set<FeedEntry>().Where(entry => entry.Position <= upTo)
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.RecordedAt, DateTime.UnixEpoch));
            _ = await db.Database.ExecuteSqlAsync($"UPDATE deliveries SET acknowledged_at = shared_at");
        }

        var purge = exchange.Services.GetServices<IHostedService>().OfType<FeedPurge>().Single();
        Assert.Equal(upTo, await purge.PurgeAsync(CancellationToken.None));
    }
}
