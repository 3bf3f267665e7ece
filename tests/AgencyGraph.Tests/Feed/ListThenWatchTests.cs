using System.Collections.Concurrent;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Feed;

/// <summary>A query says where the feed stood when it was read, so that nothing between the list and the stream is missed or comes twice.</summary>
public sealed class ListThenWatchTests
{
    private const int Writers = 8;
    private const int Each = 12;
    private const int Callers = 50;

    private const string List = "query($kinds: [UpdateKind!]) { incidents(first: 100) { nodes { reference } } feedPosition(kinds: $kinds) }";
    private const string Watch =
        "subscription($after: Cursor, $kinds: [UpdateKind!]) { updates(after: $after, kinds: $kinds) { __typename previousCursor ... on IncidentRecorded { incident { reference } } } }";

    private static readonly string[] Recorded = ["INCIDENT_RECORDED"];

    [SkippableTheory, MemberData(nameof(WayStream.EveryDatabaseEitherWay), MemberType = typeof(WayStream))]
    public async Task What_many_list_and_then_watch_while_others_write_is_everything_once(DatabaseKind kind, StreamWay way)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var written = new ConcurrentBag<string>();
        var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                var recorded = await force.RunAsync(
                    "recordIncident", "IncidentInput", Sample.Incident((writer * 100) + i, "BUR"), "incident { reference }");
                written.Add(recorded["incident"]!["reference"]!.GetValue<string>());
            }
        })).ToArray();

        var watched = await Task.WhenAll(Enumerable.Range(0, Callers).Select(number => FollowAsync(exchange, number, way)));
        await Task.WhenAll(writing);

        Assert.All(watched, seen => Assert.Equal(written.Order(), seen.Order()));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_position_is_of_its_caller_and_filter_and_never_twice_the_same(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        var position = await PositionAsync(hub, null);
        Assert.NotEqual(position, await PositionAsync(hub, null)); // Or equal ones would tell that nothing has happened, hidden or not.

        await using var resumed = await hub.SubscribeAsync(Watch, new { after = position });
        _ = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync("recordIncident", "IncidentInput", Sample.Incident(1, "BUR"), "outcome");
        Assert.Equal(position, (await resumed.NextAsync())["data"]?["updates"]?["previousCursor"]?.GetValue<string>());
        Assert.Equal("CURSOR_INVALID", await RefusalAsync(hub, new { after = position, kinds = Recorded }));
        Assert.Equal("CURSOR_INVALID", await RefusalAsync(exchange.As(Role.HubPractitioner, "BUR", "another"), new { after = position }));
        Assert.Equal("CURSOR_INVALID", await RefusalAsync(hub, new { after = await PositionAsync(hub, Recorded) }));
    }

    [SkippableTheory, EveryDatabase]
    public async Task Who_may_not_follow_updates_is_told_no_position(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var answer = await exchange.As(Role.Inspector, "OLD").AskAsync("{ feedPosition }");
        Assert.Equal("FORBIDDEN", answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>());
        Assert.Null(answer["data"]);
    }

    private static async Task<IEnumerable<string>> FollowAsync(RunningExchange exchange, int number, StreamWay way)
    {
        var hub = exchange.As(Role.HubPractitioner, "BUR", $"caller {number}");
        var kinds = number % 2 == 0 ? Recorded : null;
        await Task.Delay(number * 20); // They come one after the other, while the others write.
        var listed = await hub.DataAsync(List, new { kinds });
        var seen = listed["incidents"]!["nodes"]!.AsArray().Select(node => node!["reference"]!.GetValue<string>()).ToList();
        await using var stream = await WayStream.OpenAsync(exchange, hub, way, Watch, new { after = listed["feedPosition"]!.GetValue<string>(), kinds });
        while (seen.Count < Writers * Each)
        {
            var update = await stream.NextUpdateAsync();
            if (update["incident"]?["reference"]?.GetValue<string>() is { } reference)
                seen.Add(reference);
        }

        return seen;
    }

    private static async Task<string> PositionAsync(ExchangeCaller caller, string[]? kinds)
        => (await caller.DataAsync("query($kinds: [UpdateKind!]) { feedPosition(kinds: $kinds) }", new { kinds }))["feedPosition"]!.GetValue<string>();

    private static async Task<string?> RefusalAsync(ExchangeCaller caller, object variables)
    {
        await using var stream = await caller.SubscribeAsync(Watch, variables);
        return (await stream.NextAsync())[0]?["extensions"]?["code"]?.GetValue<string>();
    }
}
