using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Registrations;

public sealed class RegistrationTests
{
    private const string Answer = "outcome registration { agency { code kind name contact } by } errors { code message path }";

    [SkippableTheory, EveryDatabase]
    public async Task A_registered_school_is_in_the_directory_and_its_lead_signs_in_here_and_at_another_server(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        await using var other = kind == DatabaseKind.Postgres ? await exchange.StartAnotherNodeAsync() : null;
        var answer = await exchange.As(Role.Administrator, "BUR").RunAsync("registerAgency", "RegisterAgencyInput", Input("st-anne", "SCHOOL"), Answer);

        Assert.Equal(
            """{"agency":{"code":"st-anne","kind":"SCHOOL","name":"St Anne","contact":"0161 496 0000"},"by":"administrator-BUR"}""",
            answer["registration"]!.ToJsonString());
        foreach (var server in new[] { exchange, other }.OfType<RunningExchange>())
        {
            await Registered.WaitAsync(server, "st-anne");
            var me = await server.As(Role.SchoolLead, "st-anne").DataAsync("{ me { role } children { totalCount } }");
            Assert.Equal("""{"me":{"role":"SCHOOL_LEAD"},"children":{"totalCount":0}}""", me.ToJsonString());
        }
    }

    [Fact]
    public async Task After_a_restart_it_is_known_before_the_first_request()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (var before = await RunningExchange.StartOnAsync(database))
            await Registered.AgencyAsync(before.As(Role.Administrator, "BUR"), "trust-1", "HEALTH_BODY");
        await using var after = await RunningExchange.StartOnAsync(database);

        Assert.Equal(0, (await after.As(Role.HealthPractitioner, "trust-1").DataAsync("{ children { totalCount } }"))["children"]!["totalCount"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("st/anne", "SCHOOL", "INVALID_INPUT", "code")]
    [InlineData("x", "SCHOOL", "INVALID_INPUT", "code")]
    [InlineData("st-anne", "COUNCIL", "INVALID_INPUT", "kind")]
    [InlineData("st-anne", "CHURCH", "INVALID_INPUT", "kind")]
    [InlineData("bur", "SCHOOL", "ALREADY_EXISTS", "code")]
    public async Task What_cannot_be_an_agency_is_refused_with_its_place(string code, string agencyKind, string refusal, string place)
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var answer = await exchange.As(Role.Administrator, "BUR").RunAsync("registerAgency", "RegisterAgencyInput", Input(code, agencyKind), Answer);

        Assert.Equal(refusal, answer["errors"]![0]!["code"]!.GetValue<string>());
        Assert.Equal(place, answer["errors"]![0]!["path"]!.AsArray().Last()!.GetValue<string>());
    }

    [Fact]
    public async Task A_contact_survives_a_restart()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (var before = await RunningExchange.StartOnAsync(database))
        {
            var set = await before.As(Role.Administrator, "BUR").RunAsync(
                "setAgencyContact", "SetAgencyContactInput", new { idempotencyKey = Guid.NewGuid(), agency = "MAN", contact = "0161 496 0001" }, Answer);
            Assert.Equal("RECORDED", set["outcome"]!.GetValue<string>());
        }

        await using var after = await RunningExchange.StartOnAsync(database);
        var read = await after.As(Role.HubPractitioner, "BUR").DataAsync("""{ agency(by: { code: "MAN" }) { contact } }""");
        Assert.Equal("0161 496 0001", read["agency"]!["contact"]!.GetValue<string>());
    }

    [Fact]
    public async Task Nobody_but_an_administrator_registers()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var answer = await exchange.As(Role.CouncilSystem, "BUR").AskAsync(
            "mutation($input: RegisterAgencyInput!) { registerAgency(input: $input) { outcome } }", new { input = Input("st-anne", "SCHOOL") });

        Assert.Equal("FORBIDDEN", answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }

    private static object Input(string code, string kind) => new { idempotencyKey = Guid.NewGuid(), code, kind, name = "St Anne", contact = "0161 496 0000" };
}
