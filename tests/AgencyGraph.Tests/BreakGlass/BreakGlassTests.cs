using AgencyGraph.Ledger;
using AgencyGraph.Tests.Ledger;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using static AgencyGraph.Tests.BreakGlass.Emergency;

namespace AgencyGraph.Tests.BreakGlass;

/// <summary>What break-glass opens, to whom, for how long; and what it does not.</summary>
public sealed class BreakGlassTests
{
    private static readonly string[] Lists =
        ["children { totalCount }", "incidents { totalCount }", "referrals { totalCount }", "breakGlassReviews { totalCount }", "feedPosition"];

    private static readonly string[] LaterOfTwo = ["RECORDED", "ONLY_ONE_CHILD", "CONTENDED"];

    private static readonly string[] Nobody = ["x"];

    [SkippableTheory, EveryDatabase]
    public async Task An_officer_opens_one_child_and_is_shown_the_safe_address(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (child, officer) = (await ChildAsync(exchange), exchange.Officer());
        Assert.Null((await officer.DataAsync(Child, new { id = child }))["child"]);

        var opened = await officer.BreakAsync();
        const string Read = """{"id":"#","records":[{"givenName":"Ada","safeAddress":{"lines":["2 Refuge"]}}]""";
        Assert.Equal(("RECORDED", "AWAITING_REVIEW"), (Text(opened["outcome"]), Text(opened["glass"]!["state"])));
        Assert.Equal(Read.Replace("#", child, StringComparison.Ordinal) + ""","responsibleCouncil":{"code":"BUR"}}""", opened["glass"]!["child"]!.ToJsonString());
        for (var i = 0; i < 3; i++) // Often enough for a plan, were one made.
            Assert.Equal(Read.Replace("#", child, StringComparison.Ordinal) + "}", (await officer.DataAsync(Child, new { id = child }))["child"]!.ToJsonString());

        var box = opened["glass"]!["openUntil"]!.GetValue<DateTimeOffset>() - DateTimeOffset.UtcNow;
        Assert.InRange(box, TimeSpan.Zero, TimeSpan.FromHours(4));
        await AgeAsync(exchange, TimeSpan.FromHours(4));
        Assert.Null((await officer.DataAsync(Child, new { id = child }))["child"]);
        Assert.Null((await officer.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id = opened["glass"]!["id"] }))["node"]);
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_health_practitioner_opens_a_child_who_is_no_patient(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        await Registered.AgencyAsync(exchange.As(Role.Administrator, "BUR"), "RMC", "HEALTH_BODY");
        await Registered.WaitAsync(exchange, "RMC");
        _ = await ChildAsync(exchange);
        var opened = await exchange.As(Role.HealthPractitioner, "RMC", "hana", "BREAK_GLASS").BreakAsync(new { upn = Upn });
        Assert.Equal("2 Refuge", Text(opened["glass"]!["child"]!["records"]![0]!["safeAddress"]!["lines"]![0]));
    }

    [Theory]
    [InlineData("Ada", "Test", "bl90sw", "RECORDED")]
    [InlineData("ADA", "test", "BL9 0SW", "RECORDED")]
    [InlineData("Ada", "Test", "BL9 0SX", "NOT_FOUND")]
    [InlineData("Ida", "Test", "BL9 0SW", "NOT_FOUND")]
    [InlineData("Ada", "Rest", "BL9 0SW", "NOT_FOUND")]
    [InlineData("Ada", "Test", "Bury", "INVALID_INPUT")]
    public async Task A_child_is_found_by_the_whole_of_a_person(string givenName, string surname, string postcode, string code)
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        _ = await ChildAsync(exchange);
        var person = new { givenName, surname, bornOn = "2015-05-05", postcode };
        Assert.Equal(code, CodeOf(await exchange.Officer().BreakAsync(new { person })));
    }

    [SkippableTheory, EveryDatabase]
    public async Task While_it_is_open_nothing_is_listed_or_searched_or_followed_or_exported(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        _ = await ChildAsync(exchange);
        var officer = exchange.Officer();
        _ = await officer.BreakAsync();

        foreach (var list in Lists)
            Assert.Equal("FORBIDDEN", ErrorOf(await officer.AskAsync($"{{ {list} }}")));
        Assert.Equal("FILTER_FORBIDDEN", ErrorOf(await officer.AskAsync($"{{ child(by: {{ upn: \"{Upn}\" }}) {{ id }} }}")));
        Assert.Equal("FILTER_FORBIDDEN", ErrorOf(await officer.AskAsync("{ child(by: { local: { agency: \"BUR\", reference: \"B-1\" } }) { id } }")));
        Assert.Equal("FORBIDDEN", ErrorOf(await officer.AskAsync(
            "mutation($input: MakeReferralInput!) { makeReferral(input: $input) { outcome } }",
            new { input = new { idempotencyKey = Guid.NewGuid(), to = "BUR", primaryNeed = "ABUSE_OR_NEGLECT", children = Nobody } })));
        await using var stream = await officer.SubscribeAsync("subscription { updates { __typename } }");
        Assert.Equal("FORBIDDEN", (await stream.NextAsync())[0]!["extensions"]!["code"]!.GetValue<string>());
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_is_open_to_one_purpose_of_one_officer_is_open_to_no_other(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (child, officer) = (await ChildAsync(exchange), exchange.Officer());
        var other = await ChildAsync(exchange, Unknown, null, "B-2");
        _ = await officer.BreakAsync();

        Assert.NotNull((await officer.DataAsync(Child, new { id = child }))["child"]);
        Assert.Null((await officer.DataAsync(Child, new { id = other }))["child"]);
        Assert.Null((await exchange.Officer(purpose: "SAFEGUARDING").DataAsync(Child, new { id = child }))["child"]);
        Assert.Null((await exchange.Officer("otto").DataAsync(Child, new { id = child }))["child"]);
        Assert.Null((await exchange.Officer(agency: Sample.Force).DataAsync(Child, new { id = child }))["child"]);
        Assert.Equal("PURPOSE_NOT_PERMITTED", ErrorOf(await exchange.As(Role.SocialWorker, "WRL", purpose: "BREAK_GLASS").AskAsync("{ me { role } }")));
        Assert.Equal("FORBIDDEN", ErrorOf(await exchange.Officer(purpose: "SAFEGUARDING").AskAsync(
            "mutation($input: BreakGlassInput!) { breakGlass(input: $input) { outcome } }", new { input = Input() })));
    }

    [SkippableTheory, EveryDatabase]
    public async Task Without_a_reason_nothing_opens_and_no_second_child_while_one_is_open(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        _ = await ChildAsync(exchange);
        _ = await ChildAsync(exchange, Unknown, null, "B-2");
        var officer = exchange.Officer();
        Assert.Equal("JUSTIFICATION_REQUIRED", CodeOf(await officer.BreakAsync(reason: " \n")));
        Assert.Equal("RECORDED", CodeOf(await officer.BreakAsync()));
        Assert.Equal("ONLY_ONE_CHILD", CodeOf(await officer.BreakAsync(new { nhsNumber = Unknown })));
        Assert.Equal("ONLY_ONE_CHILD", CodeOf(await officer.BreakAsync()));

        await AgeAsync(exchange, TimeSpan.FromHours(4));
        Assert.Equal("RECORDED", CodeOf(await officer.BreakAsync(new { nhsNumber = Unknown })));
    }

    [SkippableTheory, EveryDatabase]
    public async Task Of_two_children_at_the_same_instant_one_is_opened(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        _ = await ChildAsync(exchange);
        _ = await ChildAsync(exchange, Unknown, null, "B-2");
        var officer = exchange.Officer();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => officer.BreakAsync(new { nhsNumber = i % 2 == 0 ? NhsNumber : Unknown })));
        Assert.Single(answers, answer => CodeOf(answer) == "RECORDED");
        Assert.All(answers, answer => Assert.Contains(CodeOf(answer), LaterOfTwo));
        await using var db = exchange.Database.Open();
        Assert.Equal(1, await db.Set<Relationship>().CountAsync(tie => tie.Kind == RelationshipKind.BrokenGlass));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_request_that_is_sent_again_opens_nothing_anew(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        _ = await ChildAsync(exchange);
        var (officer, input) = (exchange.Officer(), Input());
        var first = await officer.RunAsync("breakGlass", "BreakGlassInput", input, Selection);
        var again = await officer.RunAsync("breakGlass", "BreakGlassInput", input, Selection);
        Assert.Equal(("REPLAYED", first["glass"]!.ToJsonString()), (Text(again["outcome"]), again["glass"]!.ToJsonString()));

        await AgeAsync(exchange, TimeSpan.FromHours(4));
        again = await officer.RunAsync("breakGlass", "BreakGlassInput", input, Selection);
        Assert.Equal("REPLAYED", Text(again["outcome"]));
        Assert.Null(again["glass"]);
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_is_read_so_is_in_the_ledger_with_its_purpose_and_basis(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (child, officer) = (await ChildAsync(exchange), exchange.Officer());
        _ = await officer.BreakAsync();
        _ = await officer.DataAsync(Child, new { id = child });

        var entries = (await RecordedDisclosures.ReadAsync(exchange.Services)).Entries.Where(entry => entry.Subjects.Contains("olive")).ToList();
        Assert.Equal([DisclosureKind.Mutation, DisclosureKind.Query], entries.Select(entry => entry.Kind));
        Assert.All(entries, entry =>
        {
            Assert.Equal(Purpose.BreakGlass, entry.Purpose);
            Assert.Contains(Detail.SafeAddress, entry.Details);
            Assert.Contains("UKGDPR_6_1_D", entry.LegalBases);
            Assert.Single(entry.Children);
        });
    }
}
