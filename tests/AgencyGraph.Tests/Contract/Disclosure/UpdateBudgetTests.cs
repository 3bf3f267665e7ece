using AgencyGraph.Tests.Receipts;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.Time.Testing;
using static AgencyGraph.Tests.Receipts.Acknowledging;

namespace AgencyGraph.Tests.Contract.Disclosure;

/// <summary>Whoever has the feed sent to them again and again is stopped, and loses nothing by it.</summary>
public sealed class UpdateBudgetTests
{
    private const string Watch = "subscription($after: Cursor) { updates(after: $after) { cursor ... on IncidentRecorded { incident { reference } } } }";

    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);

    [SkippableTheory, MemberData(nameof(WayStream.EveryDatabaseEitherWay), MemberType = typeof(WayStream))]
    public async Task A_person_is_sent_so_many_updates_an_hour_over_all_their_streams(DatabaseKind kind, StreamWay way)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, clock, ["--ObjectBudget:PersonUpdatesAnHour=5"]);
        var (ann, force) = (exchange.As(Role.HubPractitioner, "BUR", "ann"), exchange.As(Role.PoliceSystem, Sample.Force));
        await using var one = await WayStream.OpenAsync(exchange, ann, way, Watch);
        await using var two = await WayStream.OpenAsync(exchange, ann, way, Watch);
        await using var system = await WayStream.OpenAsync(exchange, exchange.As(Role.CouncilSystem, "BUR"), way, Watch);
        await using var ben = await WayStream.OpenAsync(exchange, exchange.As(Role.HubPractitioner, "BUR", "ben"), way, Watch);
        var cursor = "";
        foreach (var number in new[] { 1, 2 })
        {
            _ = await force.RecordAsync(number, "BUR");
            cursor = Text((await one.NextUpdateAsync())["cursor"]);
            _ = await two.NextUpdateAsync();
        }

        _ = await force.RecordAsync(3, "BUR");
        var last = new[] { await one.NextAsync(), await two.NextAsync() };
        Assert.Single(last, told => Code(told) == "RATE_LIMITED");
        _ = await force.RecordAsync(4, "BUR");
        await using (var refused = await WayStream.OpenAsync(exchange, ann, way, Watch, new { after = cursor }))
            Assert.Equal("RATE_LIMITED", Code(await refused.NextAsync()));
        foreach (var number in Enumerable.Range(1, 4))
        {
            Assert.Equal($"GMP/2026/{number}", Text((await system.NextUpdateAsync())["incident"]?["reference"]));
            Assert.Equal($"GMP/2026/{number}", Text((await ben.NextUpdateAsync())["incident"]?["reference"]));
        }

        clock.Advance(TimeSpan.FromMinutes(60));
        await using var resumed = await WayStream.OpenAsync(exchange, ann, way, Watch, new { after = cursor });
        foreach (var number in new[] { 3, 4 })
            Assert.Equal($"GMP/2026/{number}", Text((await resumed.NextUpdateAsync())["incident"]?["reference"]));
    }

    private static string? Code(System.Text.Json.Nodes.JsonNode payload) => payload["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();
}
