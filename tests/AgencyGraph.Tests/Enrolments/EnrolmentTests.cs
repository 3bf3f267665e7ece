using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Visibility.Worlds;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Enrolments;

public sealed class EnrolmentTests
{
    private const string School = "st-anne";
    private const string References = "{ incidents { nodes { reference } } }";
    private static readonly string Number = NumberOf(8_211);

    [SkippableTheory, EveryDatabase]
    public async Task A_school_hears_of_domestic_abuse_from_the_day_on_which_the_pupil_comes_until_the_pupil_leaves(DatabaseKind kind)
    {
        await using var exchange = await StartAsync(kind);
        var (child, lead) = (await ChildAsync(exchange), exchange.As(Role.SchoolLead, School));
        await IncidentAsync(exchange, 1);
        await EnrolAsync(exchange, child);
        await IncidentAsync(exchange, 2);
        await IncidentAsync(exchange, 3, "NEGLECT");

        Assert.Equal("""{"incidents":{"nodes":[{"reference":"GMP/2026/2"}]}}""", (await lead.DataAsync(References)).ToJsonString());

        var left = await lead.RunAsync("endEnrolment", "EndEnrolmentInput", Input(child), "outcome child { id } errors { code }");
        Assert.Equal("CHANGED", left["outcome"]!.GetValue<string>());
        Assert.Null(left["child"]);
        await IncidentAsync(exchange, 4);
        Assert.Equal("""{"incidents":{"nodes":[]}}""", (await lead.DataAsync(References)).ToJsonString());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_lead_who_follows_updates_is_sent_notices_and_nothing_of_other_incidents(DatabaseKind kind)
    {
        await using var exchange = await StartAsync(kind);
        await EnrolAsync(exchange, await ChildAsync(exchange));
        await using var stream = await exchange.As(Role.SchoolLead, School).SubscribeAsync(
            "subscription { updates { sequence ... on IncidentRecorded { incident { reference } } } }");
        await IncidentAsync(exchange, 1, "NEGLECT");
        await IncidentAsync(exchange, 2);

        var heard = (await stream.NextAsync())["data"]!["updates"]!;
        Assert.Equal("""{"sequence":1,"incident":{"reference":"GMP/2026/2"}}""", heard.ToJsonString());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_school_that_a_correction_lets_in_is_told(DatabaseKind kind)
    {
        await using var exchange = await StartAsync(kind);
        var child = await ChildAsync(exchange);
        await IncidentAsync(exchange, 1, ofPupil: false);
        await EnrolAsync(exchange, child);
        await using var stream = await exchange.As(Role.SchoolLead, School).SubscribeAsync(
            "subscription { updates { __typename ... on RecordVisible { record { ... on Incident { reference } } } } }");

        // It is about the pupil after all, and another council's: so it is shared anew, after the pupil came.
        var corrected = Sample.Incident(1, "BOL", true, Number);
        _ = corrected.Remove("reference");
        (corrected["by"], corrected["expectedVersion"], corrected["reason"]) = (new { reference = "GMP/2026/1" }, 1, "Another child");
        var answer = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync("correctIncident", "CorrectIncidentInput", corrected, "outcome errors { code message }");
        Assert.Equal("CORRECTED", answer["outcome"]!.GetValue<string>());

        var heard = (await stream.NextAsync())["data"]!["updates"]!;
        Assert.Equal("""{"__typename":"RecordVisible","record":{"reference":"GMP/2026/1"}}""", heard.ToJsonString());
    }

    [Fact]
    public async Task Only_the_responsible_council_enrols()
    {
        await using var exchange = await StartAsync(DatabaseKind.Sqlite);
        var child = await ChildAsync(exchange);
        _ = await exchange.As(Role.CouncilSystem, "BUR").RunAsync(
            "makeReferral", "MakeReferralInput",
            new { idempotencyKey = Guid.NewGuid(), to = "BOL", primaryNeed = "ABUSE_OR_NEGLECT", children = new[] { child } }, "outcome");

        var answer = await exchange.As(Role.CouncilSystem, "BOL").RunAsync("enrolChild", "EnrolChildInput", Input(child), "errors { code path }");
        Assert.Equal("NOT_RESPONSIBLE", answer["errors"]![0]!["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("BOL", "INVALID_INPUT")]
    [InlineData("no-such", "INVALID_INPUT")]
    public async Task A_child_is_enrolled_only_where_there_is_a_school_or_health_body(string at, string code)
    {
        await using var exchange = await StartAsync(DatabaseKind.Sqlite);
        var child = await ChildAsync(exchange);
        var answer = await exchange.As(Role.CouncilSystem, "BUR").RunAsync("enrolChild", "EnrolChildInput", Input(child, at), "errors { code path }");

        Assert.Equal(code, answer["errors"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_school_cannot_enrol_a_child_whose_number_it_knows()
    {
        await using var exchange = await StartAsync(DatabaseKind.Sqlite);
        var child = await ChildAsync(exchange);
        var answer = await exchange.As(Role.SchoolLead, School).AskAsync(
            "mutation($input: EnrolChildInput!) { enrolChild(input: $input) { outcome } }", new { input = Input(child) });

        Assert.Equal("FORBIDDEN", answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_school_refers_a_pupil_and_is_told_what_became_of_it()
    {
        await using var exchange = await StartAsync(DatabaseKind.Sqlite);
        var child = await ChildAsync(exchange);
        await EnrolAsync(exchange, child);
        var lead = exchange.As(Role.SchoolLead, School);

        var made = await lead.RunAsync(
            "makeReferral", "MakeReferralInput",
            new { idempotencyKey = Guid.NewGuid(), to = "BUR", primaryNeed = "ABUSE_OR_NEGLECT", children = new[] { child } },
            "referral { source stage to { code } } errors { code message }");
        Assert.Equal("""{"source":"EDUCATION","stage":"CONTACT","to":{"code":"BUR"}}""", made["referral"]!.ToJsonString());
    }

    private static async Task<RunningExchange> StartAsync(DatabaseKind kind)
    {
        var exchange = await RunningExchange.StartAsync(kind);
        await Registered.AgencyAsync(exchange.As(Role.Administrator, "BUR"), School, "SCHOOL");
        await Registered.WaitAsync(exchange, School);
        return exchange;
    }

    private static async Task<string> ChildAsync(RunningExchange exchange)
    {
        var recorded = await exchange.As(Role.CouncilSystem, "BUR").RunAsync(
            "recordChild", "RecordChildInput",
            new { idempotencyKey = Guid.NewGuid(), localReference = "A", givenName = "Ada", surname = "Test", bornOn = "2015-05-05", nhsNumber = Number }, "child { id }");
        return recorded["child"]!["id"]!.GetValue<string>();
    }

    private static async Task EnrolAsync(RunningExchange exchange, string child)
    {
        var answer = await exchange.As(Role.CouncilSystem, "BUR").RunAsync("enrolChild", "EnrolChildInput", Input(child), "outcome errors { code message }");
        Assert.Equal("CHANGED", answer["outcome"]!.GetValue<string>());
    }

    private static object Input(string child, string at = School) => new { idempotencyKey = Guid.NewGuid(), child, at };

    private static async Task IncidentAsync(RunningExchange exchange, int number, string incidentKind = "DOMESTIC_ABUSE", bool ofPupil = true)
    {
        var incident = Sample.Incident(number, "BUR", true, ofPupil ? Number : NumberOf(9_400));
        incident["kind"] = incidentKind;
        var answer = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync("recordIncident", "IncidentInput", incident, "errors { code message }");
        Assert.Empty(answer["errors"]!.AsArray());
    }

    private static string NumberOf(int serial) => Numbers.NhsNumber(ref serial);
}
