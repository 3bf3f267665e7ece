using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Visibility.Worlds;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Safe;

/// <summary>Where a family is that is kept safe reaches nobody who sees the family and is not named, by no list, way, search or error.</summary>
public sealed class SafeAddressTests(SafeFamily family) : IClassFixture<SafeFamily>
{
    /// <summary>In every order that there is.</summary>
    private const string Everything = """
        {
          children { totalCount nodes { ...C } }
          missingEpisodes { totalCount nodes { ...M } } incidents(order: RECORDED_LAST) { totalCount nodes { ...I } } earliest: incidents(order: RECORDED_FIRST) { nodes { ...I } }
          referrals(order: RECEIVED_LAST) { totalCount nodes { ...F } } first: referrals(order: RECEIVED_FIRST) { nodes { ...F } }
        }
        """ + Documents.Fragments;

    private const string Refused = "outcome errors { __typename code message path }";

    /// <summary>From who did harm to the victims, from one sister to the other, and back.</summary>
    private const string Around = """
        {
          incidents { nodes { ...N children { child { ...K incidents { nodes { ...N } } referrals { nodes { children { ...K } } } } } } }
          children { nodes { ...K records { child { ...K } } incidents { nodes { ...N children { child { ...K } } } } } }
          referrals { nodes { from { code } children { ...K incidents { nodes { ...N } } } incidents { ...N children { child { ...K } } } } }
        }
        fragment A on Address { lines postcode }
        fragment R on ChildRecord { givenName localReference usualAddress { ...A } safeAddress { ...A } }
        fragment K on Child { identity { givenName } addresses { recordedBy { code } usual { ...A } safe { ...A } } records { ...R } responsibleCouncil { code } involvement { agency { code } } }
        fragment N on Incident {
          reference council { code } deliveries { to { code } } location { ...A } safeLocation { ...A } allegedPerpetrators { usualAddress { ...A } }
          adults { usualAddress { ...A } safeAddress { ...A } } children { record { ...R } }
        }
        """;

    public static TheoryData<Role, string> Unnamed => SafeFamily.Unnamed;

    [Theory, MemberData(nameof(Unnamed))]
    public async Task Who_is_not_named_reads_no_safe_address_by_any_list_order_or_way(Role role, string agency)
    {
        var caller = family.Exchange.As(role, agency);
        var answer = await caller.AskTextAsync(Everything);
        Assert.Contains("\"givenName\":\"Ada\"", answer, StringComparison.Ordinal);
        Assert.Contains("\"reference\":\"GMP/2026/", answer, StringComparison.Ordinal);
        TellsNothing(answer);
        TellsNothing(await caller.AskTextAsync(Around));
        foreach (var id in new[] { family.Elder, family.Incident })
            TellsNothing(await caller.AskTextAsync(Documents.Nodes, Enumerable.Range(0, 10).ToDictionary(i => $"i{i}", _ => id)));
    }

    [Theory]
    [InlineData(Role.PoliceSystem, Sample.Force, null, new[] { SafeFamily.EldersByForce, SafeFamily.Mothers, SafeFamily.Place, SafeFamily.PlaceInBolton })]
    [InlineData(Role.CouncilSystem, "BUR", null, new[] { SafeFamily.Elders, SafeFamily.Younger, SafeFamily.Postcode })]
    [InlineData(Role.HubPractitioner, "BUR", SafeFamily.Worker, new[] { SafeFamily.Younger, SafeFamily.Mothers, SafeFamily.Place })]
    [InlineData(Role.SocialWorker, "BUR", SafeFamily.Worker, new[] { SafeFamily.Younger, SafeFamily.Mothers, SafeFamily.Place })]
    public async Task Who_is_named_or_wrote_it_reads_that_address_and_not_the_sisters(Role role, string agency, string? subject, string[] own)
    {
        var caller = family.Exchange.As(role, agency, subject);
        var answers = await caller.AskTextAsync(Around) + await caller.AskTextAsync(Everything);

        Assert.All(own, line => Assert.Contains(line, answers, StringComparison.Ordinal));
        Assert.All(SafeFamily.Secrets.Except(own), line => Assert.DoesNotContain(line, answers, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_worker_is_shown_the_address_of_the_child_allocated_to_them_and_not_that_of_a_sister_in_the_same_incident()
    {
        const string Sisters = "{ incidents(filter: { force: \"greater-manchester\" }) { nodes { reference children { record { givenName safeAddress { lines } } child { records { givenName safeAddress { lines } } } } } } }";
        var data = await family.Exchange.As(Role.HubPractitioner, "BUR", SafeFamily.Worker).DataAsync(Sisters);
        var incident = data["incidents"]!["nodes"]!.AsArray().Single(node => node!["reference"]!.GetValue<string>() == "GMP/2026/1")!;
        var records = incident["children"]!.AsArray().SelectMany(child => child!["child"]!["records"]!.AsArray().Append(child["record"]));

        Assert.Equal(
            ["Ada ", "Ada ", "Ada ", "Ada ", "Ida ", "Ida ", $"Ida {SafeFamily.Younger}"],
            records.Select(record => $"{record!["givenName"]} {record["safeAddress"]?["lines"]?[0]}").Order(StringComparer.Ordinal));
    }

    /// <summary>Nor does any receipt: the council says in whose area the family is.</summary>
    [Theory]
    [InlineData(Role.SchoolLead, SafeFamily.School)]
    [InlineData(Role.HealthPractitioner, SafeFamily.Surgery)]
    public async Task No_receipt_and_no_edge_says_to_which_council_anything_was_sent(Role role, string agency)
    {
        var answer = await family.Exchange.As(role, agency).AskTextAsync(Around);
        Assert.Contains("\"reference\":\"GMP/2026/1\"", answer, StringComparison.Ordinal);
        Assert.DoesNotMatch("\"deliveries\":\\[\\{|\"council\":\\{|\"to\":\\{|\"responsibleCouncil\":\\{", answer);
        if (role == Role.SchoolLead)
            Assert.DoesNotContain("\"BUR\"", answer, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Unnamed))]
    public async Task No_refusal_says_where_the_family_is(Role role, string agency)
    {
        var caller = family.Exchange.As(role, agency);
        var key = Guid.NewGuid();
        foreach (var (mutation, type, input) in new (string, string, object)[]
        {
            ("allocateWorker", "AllocateWorkerInput", new { idempotencyKey = key, child = family.Elder, worker = " " }),
            ("setSafeAddress", "SetSafeAddressInput", new { idempotencyKey = key, child = family.Elder, expectedVersion = 99, address = new { lines = new[] { "x" } } }),
            ("enrolChild", "EnrolChildInput", new { idempotencyKey = key, child = family.Elder, at = "nowhere" }),
            ("transferResponsibility", "TransferResponsibilityInput", new { idempotencyKey = key, child = family.Elder, to = "nowhere", reason = "x" }),
            ("withholdIncident", "WithholdIncidentInput", new { idempotencyKey = key, by = new { id = family.Incident }, expectedVersion = 99, reason = "x" }),
            ("shareIncident", "ShareIncidentInput", new { idempotencyKey = key, by = new { id = family.Incident }, expectedVersion = 99 }),
            ("makeReferral", "MakeReferralInput", new { idempotencyKey = key, to = "nowhere", primaryNeed = "ABUSE_OR_NEGLECT", children = new[] { family.Elder } }),
            ("declareConflict", "DeclareConflictInput", new { idempotencyKey = key, child = family.Elder, worker = " ", reason = "x" }),
            ("restrictRecord", "RestrictRecordInput", new { idempotencyKey = key, record = family.Elder, named = Array.Empty<object>(), reason = " " }),
        })
        {
            var answer = await caller.AskTextAsync($"mutation($input: {type}!) {{ {mutation}(input: $input) {{ {Refused} }} }}", new { input });
            Assert.Matches("\"REFUSED\"|\"FORBIDDEN\"", answer);
            TellsNothing(answer);
        }

        foreach (var by in new object[] { new { nhsNumber = "1" }, new { id = "1" }, new { local = new { agency = "BUR", reference = "Ada" } } })
            TellsNothing(await caller.AskTextAsync("query($by: ChildBy!) { child(by: $by) { id } }", new { by }));
    }

    [Theory]
    [InlineData(Role.PoliceOfficer, Sample.Force, "nhsNumber")]
    [InlineData(Role.PoliceSystem, Sample.Force, "nhsNumber")]
    [InlineData(Role.SchoolLead, SafeFamily.School, "nhsNumber")]
    [InlineData(Role.HealthPractitioner, SafeFamily.Surgery, "upn")]
    public async Task Who_may_not_read_a_number_finds_nobody_by_it_not_even_a_child_in_sight(Role role, string agency, string key)
    {
        var caller = family.Exchange.As(role, agency);
        var there = await AskAsync(key == "upn" ? SafeFamily.EldersUpn : SafeFamily.EldersNumber);
        Assert.Contains("FILTER_FORBIDDEN", there, StringComparison.Ordinal);
        Assert.Equal(await AskAsync(key == "upn" ? Numbers.Upn(4_713) : "9990000034"), there);

        Task<string> AskAsync(string value) => caller.AskTextAsync($"query($by: ChildBy!) {{ child(by: $by) {{ id }} }}", new { by = new Dictionary<string, string> { [key] = value } });
    }

    /// <summary>But by the postcode of a usual address, with the rest of the person, a child is found: BreakGlassTests.</summary>
    [Fact]
    public async Task A_safe_postcode_finds_nobody_in_an_emergency_and_is_answered_as_one_that_nobody_has()
    {
        var officer = family.Exchange.As(Role.PoliceOfficer, "merseyside", "olive", "BREAK_GLASS");
        var safe = await BreakAsync(SafeFamily.Postcode);
        Assert.Contains("\"NOT_FOUND\"", safe, StringComparison.Ordinal);
        Assert.Equal(await BreakAsync("BL9 9ZX"), safe);

        Task<string> BreakAsync(string postcode) => officer.AskTextAsync(
            $"mutation($input: BreakGlassInput!) {{ breakGlass(input: $input) {{ {Refused} }} }}",
            new { input = new { idempotencyKey = Guid.NewGuid(), by = new { person = new { givenName = "Ada", surname = "Test", bornOn = "2015-05-05", postcode } }, reasonCode = "IMMEDIATE_DANGER", reason = "Danger" } });
    }

    private static void TellsNothing(string answer) => Assert.All(SafeFamily.Secrets, secret => Assert.DoesNotContain(secret, answer, StringComparison.Ordinal));
}
