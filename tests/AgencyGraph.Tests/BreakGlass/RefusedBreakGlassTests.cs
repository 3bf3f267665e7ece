using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using static AgencyGraph.Tests.BreakGlass.Emergency;

namespace AgencyGraph.Tests.BreakGlass;

/// <summary>Unknown, restricted, ambiguous and otherwise not to be opened: one answer, and a trace.</summary>
public sealed class RefusedBreakGlassTests
{
    private const string Follow = "subscription { updates { __typename ... on GlassTried { glass { state by byAgency { code } child { id } council { code } } } } }";
    private const string Own = "{ breakGlassReviews { totalCount nodes { state by reason openUntil council { code } child { id } } } }";
    private const string Document = "mutation($input: BreakGlassInput!) { breakGlass(input: $input) { " + Selection + " } }";

    [SkippableTheory, EveryDatabase]
    public async Task Whoever_may_not_be_opened_is_answered_as_nobody_to_the_byte(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var child = await ChildAsync(exchange);
        _ = await ChildAsync(exchange, Unknown, null, "B-2", givenName: "Bea");
        _ = await ChildAsync(exchange, "9990000034", null, "B-3", givenName: "Bea");
        await RestrictAsync(exchange, child);
        await WithheldAsync(exchange, "9990000042");

        var twins = new { person = new { givenName = "Bea", surname = "Test", bornOn = "2015-05-05", postcode = "BL9 0SW" } };
        var nobody = new { person = new { givenName = "Cat", surname = "Test", bornOn = "2015-05-05", postcode = "BL9 0SW" } };
        var sealedOne = new { person = new { givenName = "Ada", surname = "Test", bornOn = "2015-05-05", postcode = "BL9 0SW" } };
        var answers = new List<string>();
        foreach (var by in new object[] { nobody, sealedOne, twins, new { nhsNumber = NhsNumber }, new { upn = Upn }, new { nhsNumber = "9990000042" } })
            answers.Add(await exchange.Officer().AskTextAsync(Document, new { input = Input(by) }));
        Assert.Contains("\"NOT_FOUND\"", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct());

        // Their traces are alike too, for whoever tried and for the agency's auditor.
        foreach (var reader in new[] { exchange.Officer(purpose: "SAFEGUARDING"), exchange.As(Role.LedgerAuditor, Force) })
        {
            var own = (await reader.DataAsync(Own))["breakGlassReviews"]!;
            Assert.Equal(answers.Count, own["totalCount"]!.GetValue<int>());
            Assert.Single(own["nodes"]!.AsArray().Select(node => node!.ToJsonString()).Distinct());
        }
    }

    [SkippableTheory, EveryDatabase]
    public async Task The_council_is_told_that_somebody_tried(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var child = await ChildAsync(exchange);
        await RestrictAsync(exchange, child, "anna");
        await using var named = await exchange.As(Role.HubPractitioner, "BUR", "anna").SubscribeAsync(Follow);
        await using var system = await exchange.As(Role.CouncilSystem, "BUR").SubscribeAsync(Follow);
        await using var unnamed = await exchange.As(Role.HubPractitioner, "BUR", "bert").SubscribeAsync(Follow);
        await using var auditor = await exchange.As(Role.LedgerAuditor, Force).SubscribeAsync(Follow);
        _ = await exchange.Officer().BreakAsync();

        const string Told = """{"__typename":"GlassTried","glass":{"state":"REFUSED","by":"olive","byAgency":{"code":"merseyside"},"child":{"id":"#"},"council":{"code":"BUR"}}}""";
        foreach (var stream in new[] { named, system })
            Assert.Equal(Told.Replace("#", child, StringComparison.Ordinal), (await stream.NextAsync())["data"]!["updates"]!.ToJsonString());
        Assert.Equal(
            """{"__typename":"GlassTried","glass":{"state":"REFUSED","by":"olive","byAgency":{"code":"merseyside"},"child":null,"council":null}}""",
            (await auditor.NextAsync())["data"]!["updates"]!.ToJsonString());
        _ = await ChildAsync(exchange, Unknown, null, "B-2");
        Assert.Equal("ChildRecorded", Text((await unnamed.NextAsync())["data"]!["updates"]!["__typename"]));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_conflict_of_interest_and_a_restriction_that_come_later_close_what_is_open(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var child = await ChildAsync(exchange);
        var (olive, otto) = (exchange.Officer(), exchange.Officer("otto"));
        _ = await olive.BreakAsync();
        _ = await otto.BreakAsync();
        var declared = await exchange.As(Role.Administrator, Force).RunAsync("declareConflict", "DeclareConflictInput",
            new { idempotencyKey = Guid.NewGuid(), child, worker = "olive", reason = "Related" }, "outcome errors { message }");
        Assert.Equal("RECORDED", Text(declared["outcome"]));
        Assert.Null((await olive.DataAsync(Child, new { id = child }))["child"]);
        Assert.NotNull((await otto.DataAsync(Child, new { id = child }))["child"]);
        await RestrictAsync(exchange, child);
        Assert.Null((await otto.DataAsync(Child, new { id = child }))["child"]);

        await AgeAsync(exchange, TimeSpan.FromHours(4));
        Assert.Equal("NOT_FOUND", CodeOf(await olive.BreakAsync()));
    }

    [Fact]
    public async Task One_who_is_not_sealed_is_opened_though_a_sealed_one_has_the_same_name()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var sealedOne = await ChildAsync(exchange);
        var other = await ChildAsync(exchange, Unknown, null, "B-2");
        await RestrictAsync(exchange, sealedOne);
        await using var system = await exchange.As(Role.CouncilSystem, "BUR").SubscribeAsync(Follow);
        var opened = await exchange.Officer().BreakAsync(new { person = new { givenName = "Ada", surname = "Test", bornOn = "2015-05-05", postcode = "BL9 0SW" } });
        Assert.Equal(other, Text(opened["glass"]!["child"]!["id"]));
        Assert.Equal("GlassTried", Text((await system.NextAsync())["data"]!["updates"]!["__typename"]));
    }

    private static async Task WithheldAsync(RunningExchange exchange, string nhsNumber)
    {
        var incident = Sample.Incident(9, "BUR", isShared: false, nhsNumber);
        _ = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync("recordIncident", "IncidentInput", incident, "outcome errors { message }");
    }
}
