using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.Time.Testing;

namespace AgencyGraph.Tests.AccessHistory;

public sealed class AccessAlertTests
{
    private const string Raised = "subscription { updates { __typename ... on AccessAlertRaised { alert { kind reader children } } } }";

    [SkippableTheory, EveryDatabase]
    public async Task Whoever_is_shown_more_children_in_a_day_than_is_usual_is_told_of_once_to_the_own_agency_s_auditor(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: ["--AccessHistory:UsualChildrenADay=2"]);
        var child = await WatchedChild.InAsync(exchange);
        string[] children = [child.Id, await child.AnotherAsync(2), await child.AnotherAsync(3)];
        await using var stream = await child.ForceAuditor.SubscribeAsync(Raised);

        _ = await WatchedChild.LookAsync(child.Officer("ann"), children[..2]);
        await child.IndexAsync();
        Assert.Empty(await AlertsAsync(child.ForceAuditor));
        _ = await WatchedChild.LookAsync(child.Officer("ann"), children);
        await child.IndexAsync();
        Assert.Equal("""{"kind":"VOLUME","reader":"ann","children":3}""", (await stream.NextAsync())["data"]!["updates"]!["alert"]!.ToJsonString());
        _ = await WatchedChild.LookAsync(child.Officer("ann"), children);
        await child.IndexAsync();

        Assert.Equal(["VOLUME ann 3"], await AlertsAsync(child.ForceAuditor));
        Assert.Empty(await AlertsAsync(child.CouncilAuditor));
    }

    [Fact]
    public async Task Systems_read_for_many_and_raise_no_alert()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, settings: ["--AccessHistory:UsualChildrenADay=1"]);
        var child = await WatchedChild.InAsync(exchange);
        _ = await WatchedChild.LookAsync(exchange.As(Role.CouncilSystem, "BUR"), child.Id, await child.AnotherAsync(2));
        await child.IndexAsync();

        Assert.Empty(await AlertsAsync(child.CouncilAuditor));
    }

    [Fact]
    public async Task What_is_pushed_to_a_screen_raises_none()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, settings: ["--AccessHistory:UsualChildrenADay=1"]);
        var child = await WatchedChild.InAsync(exchange);
        await using var screen = await exchange.As(Role.HubPractitioner, "BUR", "hub").SubscribeAsync(
            "subscription { updates { ... on IncidentRecorded { incident { children { child { id } } } } } }");
        for (var number = 2; number < 5; number++)
        {
            _ = await child.AnotherAsync(number);
            while ((await screen.NextAsync())["data"]!["updates"]!["incident"] is null)
                continue;
        }

        await child.IndexAsync();
        Assert.Empty(await AlertsAsync(child.CouncilAuditor));
        Assert.Equal(3, (await exchange.As(Role.HubPractitioner, "BUR", "hub").DataAsync("{ childAccesses { totalCount } }"))["childAccesses"]!["totalCount"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("2026-06-01T20:59:00Z", false)] // 21:59 in England
    [InlineData("2026-06-01T21:01:00Z", true)] // 22:01
    [InlineData("2026-06-01T04:59:00Z", true)] // 05:59
    [InlineData("2026-01-05T06:01:00Z", false)]
    [InlineData("2026-01-05T05:59:00Z", true)]
    public async Task Whoever_looks_at_many_outside_the_usual_hours_in_England_is_told_of(string now, bool isOutside)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, clock, ["--AccessHistory:UsualChildrenOutOfHours=1"]);
        var child = await WatchedChild.InAsync(exchange);
        _ = await WatchedChild.LookAsync(child.Officer("ann"), child.Id, await child.AnotherAsync(2));
        await child.IndexAsync();

        Assert.Equal(isOutside ? ["OUT_OF_HOURS ann 2"] : [], await AlertsAsync(child.ForceAuditor));
    }

    private static async Task<string[]> AlertsAsync(ExchangeCaller auditor)
        => [.. (await auditor.DataAsync("{ accessAlerts { nodes { kind reader children } } }"))["accessAlerts"]!["nodes"]!.AsArray()
            .Select(node => $"{node!["kind"]} {node["reader"]} {node["children"]}")];
}
