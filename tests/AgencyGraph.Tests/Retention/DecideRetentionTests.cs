using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using static AgencyGraph.Tests.Retention.EndOfTime;

namespace AgencyGraph.Tests.Retention;

public sealed class DecideRetentionTests
{
    private static readonly string[] TooLate = ["VERSION_CONFLICT", "NOT_FOUND", "CONTENDED"];

    [SkippableTheory, EveryDatabase]
    public async Task A_decision_has_one_effect_however_often_it_is_sent(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var (incident, _) = await exchange.IncidentAsync();
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        await exchange.LookAsync();
        var (review, key) = (await force.ReviewAsync("INCIDENT"), Guid.NewGuid());

        Assert.Equal("CHANGED", Text((await force.DecideAsync(review, "ERASE", key: key))["outcome"]));
        var again = await force.DecideAsync(review, "ERASE", key: key);

        Assert.Equal("REPLAYED", Text(again["outcome"]));
        Assert.Equal("""{"version":2,"verdict":"ERASE","keepUntil":null,"by":"police-system-greater-manchester","incident":null,"childRecord":null}""", again["review"]!.ToJsonString());
        Assert.Equal("VERSION_CONFLICT", CodeOf(await force.DecideAsync(review, "ERASE")));
        Assert.Equal("WRONG_STAGE", CodeOf(await force.DecideAsync(review, "KEEP", "2126-01-01", expectedVersion: 2)));
        Assert.False(await force.SeesAsync(incident));
    }

    [Theory]
    [InlineData("DELETE", null, "INVALID_INPUT")]
    [InlineData("KEEP", null, "INVALID_INPUT")]
    [InlineData("KEEP", "2026-01-01", "INVALID_INPUT")]
    [InlineData("KEEP", "soon", "INVALID_INPUT")]
    [InlineData("ERASE", "2126-01-01", "INVALID_INPUT")]
    public async Task A_decision_that_cannot_be_changes_nothing(string verdict, string? keepUntil, string code)
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, settings: AtOnce);
        var (incident, _) = await exchange.IncidentAsync();
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        await exchange.LookAsync();

        Assert.Equal(code, CodeOf(await force.DecideAsync(await force.ReviewAsync("INCIDENT"), verdict, keepUntil)));
        Assert.True(await force.SeesAsync(incident));
        Assert.Single(await force.ReviewsAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task Another_agencys_review_is_answered_as_one_that_never_was(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        _ = await exchange.IncidentAsync();
        await exchange.LookAsync();
        var review = await exchange.As(Role.PoliceSystem, Sample.Force).ReviewAsync("INCIDENT");

        foreach (var other in new[] { exchange.As(Role.PoliceSystem, "merseyside"), exchange.As(Role.CouncilSystem, "BUR"), exchange.As(Role.HubLead, "BUR") })
        {
            Assert.Equal(
                (await other.DecideAsync("nothing", "ERASE")).ToJsonString(), (await other.DecideAsync(review, "ERASE")).ToJsonString());
            Assert.Equal("NOT_FOUND", CodeOf(await other.DecideAsync(review, "ERASE")));
        }

        Assert.Single(await exchange.As(Role.PoliceSystem, Sample.Force).ReviewsAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task Of_two_who_decide_at_once_one_does(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        _ = await exchange.IncidentAsync();
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        await exchange.LookAsync();
        var review = await force.ReviewAsync("INCIDENT");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => force.DecideAsync(review, "ERASE")));

        Assert.Single(answers, answer => Text(answer["outcome"]) == "CHANGED");
        Assert.All(answers.Where(answer => CodeOf(answer) is not null), answer => Assert.Contains(CodeOf(answer), TooLate));
    }
}
