using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using static AgencyGraph.Tests.Retention.EndOfTime;

namespace AgencyGraph.Tests.Retention;

public sealed class LegalHoldTests
{
    [SkippableTheory, EveryDatabase]
    public async Task A_hold_that_is_placed_between_review_and_decision_keeps_the_record(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var (incident, _) = await exchange.IncidentAsync();
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        await exchange.LookAsync();
        var review = await force.ReviewAsync("INCIDENT");

        var hold = await force.HoldAsync(incident);
        Assert.Equal("RECORDED", Text(hold["outcome"]));
        Assert.Equal(incident, Text(hold["hold"]!["incident"]!["id"]));

        Assert.Equal("UNDER_LEGAL_HOLD", CodeOf(await force.DecideAsync(review, "ERASE")));
        Assert.True(await force.SeesAsync(incident));
        Assert.Equal("CHANGED", Text((await force.LiftAsync(Text(hold["hold"]!["id"])))["outcome"]));
        Assert.Equal("CHANGED", Text((await force.DecideAsync(review, "ERASE"))["outcome"]));
        Assert.False(await force.SeesAsync(incident));
    }

    [SkippableTheory, EveryDatabase]
    public async Task No_record_of_a_child_under_hold_is_erased_whoever_holds_it(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var (incident, child) = await exchange.IncidentAsync();
        var (force, lead) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.HubLead, "BUR"));
        await exchange.LookAsync();
        var review = await force.ReviewAsync("INCIDENT");

        var hold = await lead.HoldAsync(child);

        Assert.Equal("BUR", Text(hold["hold"]!["byAgency"]!["code"]));
        Assert.Equal("UNDER_LEGAL_HOLD", CodeOf(await force.DecideAsync(review, "ERASE")));
        // By whom is not for the force to know, nor for the hold's holder what the force keeps.
        Assert.Equal("""{"legalHolds":{"totalCount":0}}""", (await force.DataAsync("{ legalHolds(first: 5) { totalCount } }")).ToJsonString());
        Assert.Equal("NOT_FOUND", CodeOf(await force.LiftAsync(Text(hold["hold"]!["id"]))));
        Assert.True(await force.SeesAsync(incident));
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_is_held_is_not_put_before_anybody(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var (_, child) = await exchange.IncidentAsync();
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        _ = await force.HoldAsync(child);

        await exchange.LookAsync();

        Assert.Empty(await force.ReviewsAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_hold_is_placed_once_an_agency_on_what_it_sees_and_lifted_once(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var (incident, child) = await exchange.IncidentAsync();
        var (force, council) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.CouncilSystem, "BUR"));
        var hold = Text((await force.HoldAsync(child))["hold"]!["id"]);

        Assert.Equal("ALREADY_EXISTS", CodeOf(await force.HoldAsync(child)));
        Assert.Equal("RECORDED", Text((await council.HoldAsync(child))["outcome"]));
        Assert.Equal("NOT_FOUND", CodeOf(await exchange.As(Role.PoliceSystem, "merseyside").HoldAsync(incident)));
        Assert.Equal("NOT_FOUND", CodeOf(await force.HoldAsync("nothing")));
        Assert.Equal("CHANGED", Text((await force.LiftAsync(hold))["outcome"]));
        Assert.Equal("VERSION_CONFLICT", CodeOf(await force.LiftAsync(hold)));
        Assert.Equal("WRONG_STAGE", CodeOf(await force.LiftAsync(hold, 2)));
        Assert.Equal("RECORDED", Text((await force.HoldAsync(child))["outcome"]));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_hold_and_an_erasure_at_once_leave_a_held_record_or_no_hold(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var (force, lead) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.HubLead, "BUR"));
        for (var i = 1; i <= 5; i++)
        {
            var (incident, child) = await exchange.IncidentAsync(i, nhsNumber: Numbers[i - 1]);
            await exchange.LookAsync();
            var review = await force.ReviewAsync("INCIDENT");

            var (held, erased) = (lead.HoldAsync(child), force.DecideAsync(review, "ERASE"));
            var (isHeld, isErased) = (CodeOf(await held) is null, CodeOf(await erased) is null);

            Assert.True(isHeld != isErased, $"held: {await held}, erased: {await erased}");
            Assert.Equal(isHeld, await force.SeesAsync(incident));
            if (!isErased)
                _ = await force.DecideAsync(review, "KEEP", "2126-01-01");
        }
    }

    private static readonly string[] Numbers = ["9990000018", "9990000026", "9990000034", "9990000042", "9990000050"];
}
