using System.Text.RegularExpressions;
using AgencyGraph.Commands.ExportSchema;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Visibility.Worlds;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility;

/// <summary>The routes by which a safe address, or what betrays it, could reach somebody who is not shown it.</summary>
public sealed partial class LeakRouteTests
{
    private const string Refuge = "Refuge Lane 7";
    private const string School = "st-anne";
    private static readonly string[] Lines = [Refuge];
    private static readonly string Number = NumberOf(4_711);

    private const string Everything = """
        {
          children { totalCount nodes { ...C } } incidents { totalCount nodes { ...I } } missingEpisodes { totalCount nodes { ...M } } referrals { totalCount nodes { ...F } } links { nodes { to { code } } }
        }
        """ + Documents.Fragments;

    [Fact]
    public async Task A_school_is_told_of_the_pupil_and_of_nothing_that_says_where_the_family_is()
    {
        await using var exchange = await FamilyAsync();
        var answer = await exchange.As(Role.SchoolLead, School).AskTextAsync(Everything.Replace("links { nodes { to { code } } }", "", StringComparison.Ordinal));

        Assert.Contains("GMP/2026/1", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(Refuge, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Corner", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"council\":{", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("SAFE_ADDRESS", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_force_that_knows_a_child_is_not_pointed_to_the_council_that_keeps_it_safe()
    {
        await using var exchange = await FamilyAsync();
        var officer = exchange.As(Role.PoliceOfficer, Sample.Force);

        Assert.Equal("""[{"agency":{"code":"greater-manchester"}}]""", await InvolvementAsync(officer));
    }

    [Fact]
    public async Task A_force_is_pointed_to_a_council_that_knows_a_child_who_is_at_home()
    {
        await using var exchange = await FamilyAsync(isKeptSafe: false, isPlaceSafe: false);
        var officer = exchange.As(Role.PoliceOfficer, Sample.Force);

        Assert.Equal("""[{"agency":{"code":"BUR"}},{"agency":{"code":"greater-manchester"}}]""", await InvolvementAsync(officer));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_force_is_pointed_to_nobody_where_only_the_place_or_a_parent_is_kept_safe(bool isPlaceSafe, bool isParentSafe)
    {
        await using var exchange = await FamilyAsync(isKeptSafe: false, isPlaceSafe, isParentSafe);

        Assert.Equal("""[{"agency":{"code":"greater-manchester"}}]""", await InvolvementAsync(exchange.As(Role.PoliceOfficer, Sample.Force)));
    }

    [Fact]
    public async Task Nobody_but_those_named_reads_the_address_by_any_list_or_sort()
    {
        await using var exchange = await FamilyAsync();
        foreach (var (role, agency) in new[] { (Role.PoliceOfficer, Sample.Force), (Role.HubPractitioner, "BUR"), (Role.HubLead, "BUR"), (Role.SocialWorker, "BUR"), (Role.HubPractitioner, "BOL") })
            Assert.DoesNotContain(Refuge, await exchange.As(role, agency).AskTextAsync(Everything), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_is_in_no_update_and_in_no_error()
    {
        await using var exchange = await FamilyAsync();
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        await using var stream = await hub.SubscribeAsync("subscription { updates { __typename ... on ChildRecorded { record { id safeAddress { lines } } } } }");
        _ = await exchange.As(Role.CouncilSystem, "BUR").RunAsync(
            "recordChild", "RecordChildInput",
            new { idempotencyKey = Guid.NewGuid(), localReference = "B", givenName = "Ben", surname = "Test", address = new { lines = Lines, isSafe = true } }, "outcome");
        Assert.DoesNotContain(Refuge, (await stream.NextAsync()).ToJsonString(), StringComparison.Ordinal);

        var again = await exchange.As(Role.CouncilSystem, "BUR").AskTextAsync(
            "mutation($input: RecordChildInput!) { recordChild(input: $input) { outcome errors { code message } } }",
            new { input = new { idempotencyKey = Guid.NewGuid(), localReference = "B", givenName = "Ben", surname = "Test", address = new { lines = Lines, isSafe = true } } });
        Assert.DoesNotContain(Refuge, again, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_searched_filtered_or_sorted_by_an_address()
        => Assert.DoesNotMatch(ByAddress(), ContractFiles.Print()[ContractFiles.Schema]);

    [Fact]
    public async Task Two_roles_that_take_turns_are_never_answered_as_each_other()
    {
        await using var exchange = await FamilyAsync();
        var (system, officer) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.PoliceOfficer, Sample.Force));
        const string Query = "{ incidents { nodes { safeLocation { lines } } } }";
        var (own, other) = (await system.AskTextAsync(Query), await officer.AskTextAsync(Query));

        Assert.Contains("Corner", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Corner", other, StringComparison.Ordinal);
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(own, await system.AskTextAsync(Query));
            Assert.Equal(other, await officer.AskTextAsync(Query));
        }
    }

    /// <summary>A child in an incident of the force, known to Bury, which keeps the child safe, and on roll at a school.</summary>
    private static async Task<RunningExchange> FamilyAsync(bool isKeptSafe = true, bool isPlaceSafe = true, bool isParentSafe = false)
    {
        var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, settings: Documents.Room);
        await Registered.AgencyAsync(exchange.As(Role.Administrator, "BUR"), School, "SCHOOL");
        await Registered.WaitAsync(exchange, School);
        var system = exchange.As(Role.CouncilSystem, "BUR");
        var recorded = await system.RunAsync("recordChild", "RecordChildInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = "A",
            givenName = "Ada",
            surname = "Test",
            bornOn = "2015-05-05",
            nhsNumber = Number,
            address = new { lines = Lines, isSafe = isKeptSafe },
        }, "child { id }");
        _ = await system.RunAsync("enrolChild", "EnrolChildInput",
            new { idempotencyKey = Guid.NewGuid(), child = recorded["child"]!["id"]!.GetValue<string>(), at = School }, "outcome");
        var incident = Sample.Incident(1, "BUR", true, Number);
        incident["location"] = new { lines = new[] { "1 Corner" }, isSafe = isPlaceSafe };
        if (isParentSafe)
            incident["persons"] = ((IEnumerable<object>)incident["persons"]!).Append(new { role = "PARENT", givenName = "Eva", surname = "Test", address = new { lines = Lines, isSafe = true } });
        _ = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync("recordIncident", "IncidentInput", incident, "outcome errors { message }");
        return exchange;
    }

    private static async Task<string> InvolvementAsync(ExchangeCaller caller)
    {
        var involvement = (await caller.DataAsync("{ children { nodes { involvement { agency { code } } } } }"))["children"]!["nodes"]![0]!["involvement"]!;
        return $"[{string.Join(',', involvement.AsArray().Select(one => one!.ToJsonString()).Order(StringComparer.Ordinal))}]";
    }

    private static string NumberOf(int serial) => Numbers.NhsNumber(ref serial);

    [GeneratedRegex("(?s)input \\w+(Filter|By) \\{[^}]*(address|postcode|location|lines)|enum \\w+Order \\{[^}]*(ADDRESS|POSTCODE|LOCATION)")]
    private static partial Regex ByAddress();
}
