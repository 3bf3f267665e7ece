using System.Text.Json.Nodes;
using AgencyGraph.Feed;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using static AgencyGraph.Tests.BreakGlass.Emergency;

namespace AgencyGraph.Tests.BreakGlass;

/// <summary>The council that answers for the child is told and judges; where it does not, the role is suspended until it has.</summary>
public sealed class ReviewTests
{
    private const string Follow = """
        subscription { updates { __typename ... on GlassBroken { glass { id by } } ... on GlassReviewed { glass { verdict } }
          ... on GlassReviewOverdue { glass { state } } } }
        """;
    private const string Queue = """
        { breakGlassReviews(filter: { states: [AWAITING_REVIEW, OVERDUE] }) { nodes { id version state by role reasonCode reason child { id } council { code } } } }
        """;
    private const string Done = "outcome glass { state verdict note reviewedBy } errors { code currentVersion: message }";
    private static readonly TimeSpan ThreeDays = TimeSpan.FromDays(3);

    [SkippableTheory, EveryDatabase]
    public async Task The_council_and_the_officers_auditor_are_told_at_once(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var child = await ChildAsync(exchange);
        (Role Role, string Agency)[] told = [(Role.HubLead, "BUR"), (Role.HubPractitioner, "BUR"), (Role.CouncilSystem, "BUR"), (Role.LedgerAuditor, Force)];
        var streams = new List<ExchangeStream>();
        foreach (var (role, agency) in told)
            streams.Add(await exchange.As(role, agency).SubscribeAsync(Follow));
        await using var own = await exchange.Officer(purpose: "SAFEGUARDING").SubscribeAsync(Follow);
        await using var colleague = await exchange.Officer("otto", "SAFEGUARDING").SubscribeAsync(Follow);
        await using var wirral = await exchange.As(Role.HubLead, "WRL").SubscribeAsync(Follow);
        var glass = Text((await exchange.Officer().BreakAsync())["glass"]!["id"]);

        var expected = $$$"""{"__typename":"GlassBroken","glass":{"id":"{{{glass}}}","by":"olive"}}""";
        foreach (var stream in streams.Append(own))
            Assert.Equal(expected, (await stream.NextAsync())["data"]!["updates"]!.ToJsonString());
        Assert.False(colleague.HasUpdate || wirral.HasUpdate);
        foreach (var stream in streams)
            await stream.DisposeAsync();

        var queued = (await exchange.As(Role.HubLead, "BUR").DataAsync(Queue))["breakGlassReviews"]!["nodes"]!.AsArray();
        Assert.Equal(
            $$$"""{"id":"{{{glass}}}","version":1,"state":"AWAITING_REVIEW","by":"olive","role":"POLICE_OFFICER","reasonCode":"IMMEDIATE_DANGER","reason":"The father has the knife.","child":{"id":"{{{child}}}"},"council":{"code":"BUR"}}""",
            Assert.Single(queued)!.ToJsonString());
        var audited = (await exchange.As(Role.LedgerAuditor, Force).DataAsync(Queue))["breakGlassReviews"]!["nodes"]!.AsArray();
        Assert.Equal(
            $$$"""{"id":"{{{glass}}}","version":1,"state":"AWAITING_REVIEW","by":"olive","role":"POLICE_OFFICER","reasonCode":"IMMEDIATE_DANGER","reason":null,"child":null,"council":null}""",
            Assert.Single(audited)!.ToJsonString());
        foreach (var other in new[] { exchange.Officer("otto", "SAFEGUARDING"), exchange.As(Role.HubLead, "WRL"), exchange.As(Role.LedgerAuditor, "WRL") })
            Assert.Empty((await other.DataAsync(Queue))["breakGlassReviews"]!["nodes"]!.AsArray());
    }

    [SkippableTheory, EveryDatabase]
    public async Task The_hub_lead_judges_once_and_what_was_wrong_is_closed(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (child, officer, lead) = (await ChildAsync(exchange), exchange.Officer(), exchange.As(Role.HubLead, "BUR", "lena"));
        var glass = Text((await officer.BreakAsync())["glass"]!["id"]);

        Assert.Equal("VERSION_CONFLICT", CodeOf(await ReviewAsync(lead, glass, version: 2)));
        Assert.Equal("NOT_FOUND", CodeOf(await ReviewAsync(exchange.As(Role.HubLead, "WRL"), glass)));
        Assert.Equal("INVALID_INPUT", CodeOf(await ReviewAsync(lead, glass, note: " ")));
        Assert.Equal("INVALID_INPUT", CodeOf(await ReviewAsync(exchange.As(Role.CouncilSystem, "BUR"), glass)));
        var answer = await exchange.As(Role.HubPractitioner, "BUR").AskAsync(
            "mutation($input: ReviewBreakGlassInput!) { reviewBreakGlass(input: $input) { outcome } }", new { input = Input(glass, "JUSTIFIED", 1, "x") });
        Assert.Equal("FORBIDDEN", ErrorOf(answer));

        var done = await ReviewAsync(lead, glass, "NOT_JUSTIFIED");
        Assert.Equal("""{"state":"REVIEWED","verdict":"NOT_JUSTIFIED","note":"Looked into.","reviewedBy":"lena"}""", done["glass"]!.ToJsonString());
        Assert.Null((await officer.DataAsync(Child, new { id = child }))["child"]);
        Assert.Equal("WRONG_STAGE", CodeOf(await ReviewAsync(lead, glass, version: 2)));

        var own = await exchange.Officer(purpose: "SAFEGUARDING").DataAsync("{ breakGlassReviews { nodes { verdict note reviewedBy council { code } } } }");
        Assert.Equal(
            """[{"verdict":"NOT_JUSTIFIED","note":"Looked into.","reviewedBy":null,"council":null}]""", own["breakGlassReviews"]!["nodes"]!.ToJsonString());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_verdict_that_it_was_right_leaves_it_open_for_its_time(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (child, officer) = (await ChildAsync(exchange), exchange.Officer());
        _ = await ReviewAsync(exchange.As(Role.HubLead, "BUR"), Text((await officer.BreakAsync())["glass"]!["id"]));
        Assert.NotNull((await officer.DataAsync(Child, new { id = child }))["child"]);
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_is_not_reviewed_in_time_suspends_the_role_until_it_is(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        _ = await ChildAsync(exchange);
        var glass = Text((await exchange.Officer().BreakAsync())["glass"]!["id"]);
        var (olive, otto) = (exchange.Officer(purpose: "SAFEGUARDING"), exchange.Officer("otto", "SAFEGUARDING"));
        await AgeAsync(exchange, ThreeDays - TimeSpan.FromHours(1));
        await LookAsync(exchange);
        _ = await olive.DataAsync("{ me { role } }");

        await using var stream = await olive.SubscribeAsync(Follow);
        await using var ofLead = await exchange.As(Role.HubLead, "BUR").SubscribeAsync(Follow);
        await using var ofAuditor = await exchange.As(Role.LedgerAuditor, Force).SubscribeAsync(Follow);
        await AgeAsync(exchange, TimeSpan.FromHours(2));
        await LookAsync(exchange);
        Assert.Equal((4403, "SUSPENDED"), await stream.ClosedAsync());
        Assert.Equal("SUSPENDED", ErrorOf(await olive.AskAsync("{ me { role } }")));
        Assert.Equal("SUSPENDED", ErrorOf(await exchange.Officer().AskAsync("{ me { role } }")));
        _ = await exchange.As(Role.VettingUnit, Force, "olive").DataAsync("{ me { role } }");
        _ = await otto.DataAsync("{ me { role } }");
        foreach (var told in new[] { ofLead, ofAuditor })
            Assert.Equal("""{"__typename":"GlassReviewOverdue","glass":{"state":"OVERDUE"}}""", (await told.NextAsync())["data"]!["updates"]!.ToJsonString());

        Assert.Equal("CHANGED", CodeOf(await ReviewAsync(exchange.As(Role.HubLead, "BUR", "lena"), glass, version: 2)));
        _ = await olive.DataAsync("{ me { role } }");
        var decisions = await exchange.As(Role.Administrator, "WRL").DataAsync("{ accessDecisions { nodes { holder name verdict by byAgency { code } } } }");
        const string Whose = "\"holder\":\"ROLE\",\"name\":\"POLICE_OFFICER/merseyside/olive\"";
        Assert.Equal(
            "[{" + Whose + ",\"verdict\":\"RESTORED\",\"by\":\"lena\",\"byAgency\":{\"code\":\"BUR\"}},{" + Whose
                + ",\"verdict\":\"SUSPENDED\",\"by\":\"exchange\",\"byAgency\":{\"code\":\"BUR\"}}]",
            decisions["accessDecisions"]!["nodes"]!.ToJsonString());
    }

    [SkippableTheory, EveryDatabase]
    public async Task An_administrator_restores_the_role_before_the_review_and_it_stays_restored(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        _ = await ChildAsync(exchange);
        _ = await exchange.Officer().BreakAsync();
        await AgeAsync(exchange, ThreeDays);
        await LookAsync(exchange);
        var olive = exchange.Officer(purpose: "SAFEGUARDING");
        Assert.Equal("SUSPENDED", ErrorOf(await olive.AskAsync("{ me { role } }")));

        var whom = new { role = new { role = "POLICE_OFFICER", agency = Force, subject = "olive" } };
        var restored = await exchange.As(Role.Administrator, "WRL").RunAsync(
            "restoreAccess", "RestoreAccessInput", new { idempotencyKey = Guid.NewGuid(), whom, reason = "Needed" }, "outcome errors { code }");
        Assert.Equal("RECORDED", CodeOf(restored));
        await LookAsync(exchange);
        _ = await olive.DataAsync("{ me { role } }");
    }

    [SkippableTheory, EveryDatabase]
    public async Task Two_servers_that_look_at_once_suspend_and_tell_once(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        await using var another = await exchange.StartAnotherNodeAsync();
        _ = await ChildAsync(exchange);
        var glass = Text((await exchange.Officer().BreakAsync())["glass"]!["id"]);
        await AgeAsync(exchange, ThreeDays);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => LookAsync(i % 2 == 0 ? exchange : another)));
        Assert.Equal("SUSPENDED", ErrorOf(await another.Officer().AskAsync("{ me { role } }")));

        await using var db = exchange.Database.Open();
        Assert.Equal(1, await db.Set<FeedEntry>().CountAsync(entry => entry.Kind == UpdateKind.GlassReviewOverdue));
        var state = await exchange.As(Role.HubLead, "BUR").DataAsync("query($id: ID!) { node(id: $id) { ... on BrokenGlass { version state } } }", new { id = glass });
        Assert.Equal("""{"version":2,"state":"OVERDUE"}""", state["node"]!.ToJsonString());
    }

    [SkippableTheory, EveryDatabase]
    public async Task One_of_two_overdue_reviews_is_not_enough(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        _ = await ChildAsync(exchange);
        var first = Text((await exchange.Officer().BreakAsync())["glass"]!["id"]);
        await AgeAsync(exchange, TimeSpan.FromHours(4));
        var second = Text((await exchange.Officer().BreakAsync())["glass"]!["id"]);
        await AgeAsync(exchange, ThreeDays);
        await LookAsync(exchange);

        var lead = exchange.As(Role.HubLead, "BUR");
        _ = await ReviewAsync(lead, first, version: 2);
        Assert.Equal("SUSPENDED", ErrorOf(await exchange.Officer().AskAsync("{ me { role } }")));
        _ = await ReviewAsync(lead, second, version: 2);
        _ = await exchange.Officer().DataAsync("{ me { role } }");
    }

    private static object Input(string glass, string verdict, int version, string note)
        => new { idempotencyKey = Guid.NewGuid(), glass, expectedVersion = version, verdict, note };

    private static Task<JsonNode> ReviewAsync(ExchangeCaller lead, string glass, string verdict = "JUSTIFIED", int version = 1, string note = "Looked into.")
        => lead.RunAsync("reviewBreakGlass", "ReviewBreakGlassInput", Input(glass, verdict, version, note), Done);
}
