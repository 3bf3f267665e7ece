using System.Text.Json.Nodes;
using AgencyGraph.Access;
using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Access;

public sealed class SignInTests : IClassFixture<AccessServer>
{
    private const string Bury = "BUR";
    private const string Force = "greater-manchester";
    private const string School = "urn-105900";
    private const string HealthBody = "ods-r0a";

    private readonly AccessServer server;

    public SignInTests(AccessServer server)
    {
        this.server = server;
        Agency[] registered =
        [
            new() { Code = new AgencyCode(School), Kind = AgencyKind.School, Name = "St Anne's" },
            new() { Code = new AgencyCode(HealthBody), Kind = AgencyKind.HealthBody, Name = "A trust" },
        ];
        server.Services.GetRequiredService<AgencyDirectory>().Take(registered);
        using var db = server.Services.GetRequiredService<IDbContextFactory<AgencyDb>>().CreateDbContext();
        if (db.Set<Agency>().Any(agency => agency.Kind == AgencyKind.School))
            return;
        db.AddRange(registered);
        _ = db.SaveChanges();
    }

    public static TheoryData<string> RolesAsJson =>
        ["\"hub-practitioner\"", "\"offline hub-practitioner\"", "[\"hub-practitioner\"]", "[\"offline\",\"hub-practitioner\",7,null]"];

    public static TheoryData<string, string, bool> RolesAndAgencies
    {
        get
        {
            var cases = new TheoryData<string, string, bool>();
            foreach (var role in RoleNames.All)
            {
                foreach (var agency in new[] { Bury, Force, School, HealthBody })
                    cases.Add(role, agency, HomeOf(role) is not { } home || home == agency);
            }

            return cases;
        }
    }

    public static TheoryData<string, string> RolesAndPurposes
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var role in RoleNames.All)
            {
                foreach (var purpose in EnumNames.All<Purpose>())
                    cases.Add(role, purpose);
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(RolesAsJson))]
    public async Task A_role_may_be_a_word_of_a_string_or_an_item_of_an_array(string json)
    {
        Assert.StartsWith("worker-1 BUR hub-practitioner", await AnswerAsync(Bury, JsonNode.Parse(json)));
        Assert.StartsWith("worker-1 BUR hub-practitioner", await AnswerAsync(Bury, JsonNode.Parse(json), claim: "roles"));
    }

    [Theory, MemberData(nameof(RolesAndAgencies))]
    public async Task A_role_suits_one_kind_of_agency(string role, string agency, bool suits)
    {
        var answer = await AnswerAsync(agency, role, purpose: PurposeOf(role));

        Assert.Equal(suits ? $"worker-1 {agency} {role} " : Refusal.RoleRequiredCode, answer);
    }

    [Theory, MemberData(nameof(RolesAndPurposes))]
    public async Task A_role_acts_for_its_own_purposes_only(string role, string purpose)
    {
        var agency = HomeOf(role) ?? Bury;
        var permitted = Grants.Of(RoleNames.Parse(role)).Purposes.Contains(EnumNames.Parse<Purpose>(purpose));

        var answer = await AnswerAsync(agency, role, purpose: purpose);

        Assert.Equal(permitted ? $"worker-1 {agency} {role} " : Refusal.PurposeNotPermittedCode, answer);
    }

    [Theory]
    [InlineData(null, Refusal.PurposeRequiredCode)]
    [InlineData("", Refusal.PurposeRequiredCode)]
    [InlineData("safeguarding", Refusal.PurposeNotPermittedCode)]
    [InlineData("CURIOSITY", Refusal.PurposeNotPermittedCode)]
    public async Task A_purpose_is_stated_to_the_letter(string? purpose, string code)
        => Assert.Equal(code, await AnswerAsync(Bury, "hub-practitioner", purpose: purpose));

    [Theory]
    [InlineData(null, Refusal.RoleRequiredCode)]
    [InlineData("inspector", Refusal.RoleRequiredCode)]
    [InlineData("police-officer", Refusal.RoleRequiredCode)]
    [InlineData("Social-Worker", Refusal.RoleRequiredCode)]
    [InlineData("social-worker", "worker-1 BUR social-worker ")]
    public async Task One_of_several_roles_is_chosen(string? chosen, string answer)
        => Assert.Equal(answer, await AnswerAsync(Bury, new JsonArray("hub-practitioner", "social-worker", "police-officer"), chosen));

    [Theory]
    [InlineData("bur")]
    [InlineData("BUR ")]
    [InlineData("XXX")]
    [InlineData(null)]
    public async Task An_agency_is_named_to_the_letter(string? agency)
        => Assert.Equal(Refusal.UnauthenticatedCode, await AnswerAsync(agency, "hub-practitioner"));

    [Theory]
    [InlineData("council-system", "worker-1 BUR council-system worker-9")]
    [InlineData("social-worker", "worker-1 BUR social-worker ")]
    public async Task Only_a_councils_system_acts_for_a_worker(string role, string answer)
        => Assert.Equal(answer, await AnswerAsync(Bury, role, actFor: "worker-9"));

    [Fact]
    public void Nobody_is_signed_in_without_a_token()
        => Assert.Equal(Refusal.Unauthenticated, server.Services.GetRequiredService<SignIn>().As(null, null).Refusal);

    [Fact]
    public async Task A_token_that_comes_again_is_good_for_the_role_that_is_chosen_each_time()
    {
        var token = Token(Bury, new JsonArray("hub-practitioner", "social-worker"));
        string?[] chosen = ["hub-practitioner", "social-worker", null, "inspector"];

        foreach (var role in chosen.Concat(chosen))
        {
            using var answer = await server.AskAsync(token, role, "SAFEGUARDING");
            Assert.Equal(role is null or "inspector" ? Refusal.RoleRequiredCode : $"worker-1 BUR {role} ", await AccessServer.ReadAsync(answer));
        }
    }

    /// <summary>The agency of its kind; null where the role suits every kind.</summary>
    private static string? HomeOf(string role) => role switch
    {
        "police-system" or "police-officer" or "vetting-unit" => Force,
        "council-system" or "hub-practitioner" or "hub-lead" or "social-worker" => Bury,
        "school-lead" => School,
        "health-practitioner" => HealthBody,
        _ => null,
    };

    private static string PurposeOf(string role) => EnumNames.NameOf(Grants.Of(RoleNames.Parse(role)).Purposes[0]);

    private async Task<string> AnswerAsync(
        string? agency, JsonNode? roles, string? chosen = null, string? purpose = "SAFEGUARDING", string claim = "role", string? actFor = null)
    {
        using var answer = await server.AskAsync(Token(agency, roles, claim, actFor), chosen, purpose);
        return await AccessServer.ReadAsync(answer);
    }

    private string Token(string? agency, JsonNode? roles, string claim = "role", string? actFor = null)
    {
        var payload = server.Issuer.Payload(AccessServer.Now);
        _ = payload.Remove("role");
        _ = payload.Remove("agency");
        payload[claim] = roles;
        if (agency is not null)
            payload["agency"] = agency;
        if (actFor is not null)
            payload["act_for"] = actFor;
        return server.Issuer.Sign(server.Issuer.Header(), payload);
    }
}
