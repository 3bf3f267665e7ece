using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Visibility.Worlds;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility;

public sealed class HiddenIsAbsentTests
{
    private const string All = """
        {
          children(first: 1) { totalCount pageInfo { hasNextPage endCursor } nodes { id involvement { agency { code } } incidents { totalCount } } }
          incidents(first: 1) { totalCount pageInfo { hasNextPage } nodes { id children { record { id } } referrals { totalCount } } }
          referrals(first: 1) { totalCount pageInfo { hasNextPage } nodes { id } }
        }
        """;

    private const string Seen = """
        {
          children { totalCount nodes { records { givenName nhsNumber } incidents { totalCount nodes { reference } } referrals { totalCount } } }
          incidents { totalCount nodes { reference children { record { givenName nhsNumber } child { records { agency { code } nhsNumber } } } } }
        }
        """;

    private static readonly string[] Lists = ["children", "incidents", "referrals", "links", "childAccesses", "breakGlassReviews", "retentionReviews", "legalHolds", "subjectReports", "accessAlerts"];

    private static readonly string[] Numbered = [.. Serials()];

    [SkippableTheory, EveryDatabase]
    public async Task Rows_that_are_hidden_change_no_total_no_flag_and_no_byte(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, hub) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.HubPractitioner, "BUR"));
        await RecordAsync(force, Sample.Incident(1, "BUR", true, Numbered[0]));
        var before = Visible(await hub.AskTextAsync(All));

        // The same child in withheld incidents, and others in incidents of another council.
        for (var i = 0; i < 20; i++)
            await RecordAsync(force, Sample.Incident(100 + i, i % 2 == 0 ? "BUR" : "BOL", i % 2 != 0, i % 2 == 0 ? Numbered[0] : Numbered[1 + i]));

        Assert.Equal(before, Visible(await hub.AskTextAsync(All)));
    }

    /// <summary>Of another force and another council: records, referrals, holds and conflicts.</summary>
    [SkippableTheory, EveryDatabase]
    public async Task Whatever_others_write_changes_no_total_and_no_flag_of_any_role(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        await RecordAsync(exchange.As(Role.PoliceSystem, Sample.Force), Sample.Incident(1, "BUR", true, Numbered[0]));
        var before = await TotalsAsync(exchange);
        Assert.Contains(before, answer => answer.Contains("\"totalCount\":1", StringComparison.Ordinal));

        var (force, hub, system) = (exchange.As(Role.PoliceSystem, "merseyside"), exchange.As(Role.HubPractitioner, "WRL"), exchange.As(Role.CouncilSystem, "WRL"));
        for (var i = 0; i < 5; i++)
        {
            var incident = Sample.Incident(i, "WRL", i % 2 == 0, Numbered[2 + i]);
            incident["reference"] = $"MER/2026/{i}";
            await RecordAsync(force, incident);
            var recorded = await hub.RunAsync(
                "recordChild", "RecordChildInput",
                new { idempotencyKey = Guid.NewGuid(), localReference = $"W-{i}", givenName = "Ada", surname = "Test", bornOn = "2015-05-05", nhsNumber = Numbered[10 + i] }, "child { id } errors { code }");
            var child = recorded["child"]!["id"]!.GetValue<string>();
            await DoAsync(hub, "makeReferral", new { idempotencyKey = Guid.NewGuid(), to = "WRL", primaryNeed = "ABUSE_OR_NEGLECT", children = new[] { child } });
            await DoAsync(system, "placeLegalHold", new { idempotencyKey = Guid.NewGuid(), record = child, reason = "A case" });
            await DoAsync(system, "declareConflict", new { idempotencyKey = Guid.NewGuid(), child, worker = "carol", reason = "Related" });
        }

        Assert.Equal(before, await TotalsAsync(exchange));
    }

    private static async Task<IReadOnlyList<string>> TotalsAsync(RunningExchange exchange)
    {
        var answers = new List<string>();
        foreach (var (role, agency) in new[]
        {
            (Role.PoliceSystem, Sample.Force), (Role.PoliceOfficer, Sample.Force), (Role.CouncilSystem, "BUR"), (Role.HubPractitioner, "BUR"), (Role.HubLead, "BUR"), (Role.SocialWorker, "BUR"), (Role.LedgerAuditor, "BUR"),
        })
        {
            foreach (var list in Lists)
            {
                var isLink = list == "links" ? "nodes { waiting expired }" : "";
                answers.Add(await exchange.As(role, agency).AskTextAsync(
                    $"{{ {list}(first: 1) {{ totalCount pageInfo {{ hasNextPage hasPreviousPage }} {isLink} }} last: {list}(last: 1) {{ pageInfo {{ hasNextPage hasPreviousPage }} }} }}"));
            }
        }

        return answers;
    }

    private static async Task DoAsync(ExchangeCaller caller, string mutation, object input)
    {
        var answer = await caller.RunAsync(mutation, $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input", input, "errors { code message }");
        Assert.True(answer["errors"]!.AsArray().Count == 0, $"{mutation}: {answer.ToJsonString()}");
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_child_seen_apart_from_an_incident_is_not_told_to_be_in_it(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, salford) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.HubPractitioner, "SLF"));

        // Salford is responsible for the first child and has been told of the second by an incident of their own.
        _ = await salford.RunAsync(
            "recordChild", "RecordChildInput",
            new { idempotencyKey = Guid.NewGuid(), localReference = "A", givenName = "Ada", surname = "Test", bornOn = "2015-05-05", nhsNumber = Numbered[0] }, "errors { code }");
        await RecordAsync(force, Sample.Incident(1, "SLF", true, Numbered[1]));
        await RecordAsync(force, Sample.Incident(2, "BUR", true, Numbered[0], Numbered[1]));

        var data = await salford.DataAsync("{ incidents { totalCount nodes { reference children { role } } } children { nodes { incidents { nodes { reference } } } } }");

        Assert.Equal(2, data["incidents"]!["totalCount"]!.GetValue<int>());
        Assert.All(data["incidents"]!["nodes"]!.AsArray(), incident => Assert.Single(incident!["children"]!.AsArray()));
        Assert.All(data["children"]!["nodes"]!.AsArray(), child => Assert.Single(child!["incidents"]!["nodes"]!.AsArray()));
    }

    /// <summary>
    /// A correction adds a number, by which the child is found to be one whom others know. That they know it is pointed to, as of every child in sight;
    /// nothing else comes with it.
    /// </summary>
    [SkippableTheory, EveryDatabase]
    public async Task A_child_who_turns_out_to_be_another_brings_nothing_of_the_other_with_it(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, salford) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.HubPractitioner, "SLF"));
        for (var i = 0; i < 3; i++)
            await RecordAsync(force, Sample.Incident(100 + i, "BUR", i != 1, Numbered[0]));
        await RecordAsync(force, Sample.Incident(1, "SLF"));
        var before = Visible(await salford.AskTextAsync(Seen));
        Assert.Contains("GMP/2026/1\"", before, StringComparison.Ordinal);

        var correction = Sample.Incident(1, "SLF", true, Numbered[0]);
        (correction["revision"], correction["correctionReason"]) = (2, "The number is known now.");
        await RecordAsync(force, correction);

        var after = await salford.AskTextAsync(Seen);
        Assert.Contains(Numbered[0], after, StringComparison.Ordinal);
        var pointers = (await salford.DataAsync("{ children { nodes { involvement { agency { code } } } } }"))["children"]!["nodes"]![0]!["involvement"]!.AsArray();
        Assert.Equal(3, pointers.Count); // Not to the one that is withheld.
        Assert.Equal(before.Replace("\"nhsNumber\":null", $"\"nhsNumber\":\"{Numbered[0]}\"", StringComparison.Ordinal), Visible(after));
    }

    [SkippableTheory, EveryDatabase]
    public async Task An_update_of_what_has_been_withheld_since_is_no_frame_on_a_resumed_stream(DatabaseKind kind)
    {
        const string Follow = "subscription($after: Cursor) { updates(after: $after, kinds: [INCIDENT_RECORDED, INCIDENT_WITHHELD]) { sequence cursor ... on IncidentRecorded { incident { reference } } } }";
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, hub) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.HubPractitioner, "BUR"));
        string cursor;
        await using (var stream = await hub.SubscribeAsync(Follow))
        {
            await RecordAsync(force, Sample.Incident(1, "BUR"));
            cursor = (await stream.NextAsync())["data"]!["updates"]!["cursor"]!.GetValue<string>();
        }

        await RecordAsync(force, Sample.Incident(2, "BUR"));
        _ = await force.RunAsync(
            "withholdIncident", "WithholdIncidentInput",
            new { idempotencyKey = Guid.NewGuid(), by = new { reference = "GMP/2026/2" }, expectedVersion = 1, reason = "Harm" }, "errors { code }");
        await RecordAsync(force, Sample.Incident(3, "BUR"));

        await using var resumed = await hub.SubscribeAsync(Follow, new { after = cursor });
        var next = (await resumed.NextAsync())["data"]!["updates"]!;
        Assert.Equal("GMP/2026/3", next["incident"]!["reference"]!.GetValue<string>());
        Assert.Equal(1, next["sequence"]!.GetValue<int>());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_case_system_is_not_told_that_an_address_is_withheld_which_it_reads(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var system = exchange.As(Role.CouncilSystem, "BUR");
        var recorded = await system.RunAsync(
            "recordChild", "RecordChildInput",
            new { idempotencyKey = Guid.NewGuid(), localReference = "A", givenName = "Ada", surname = "Test", address = new { lines = Numbered[..1], isSafe = true } },
            "child { withheld { field } addresses { safe { lines } } }");

        Assert.Equal($$$"""{"withheld":[],"addresses":[{"safe":{"lines":["{{{Numbered[0]}}}"]}}]}""", recorded["child"]!.ToJsonString());
    }

    private static IEnumerable<string> Serials()
    {
        var serial = 5000;
        for (var i = 0; i < 30; i++)
            yield return Numbers.NhsNumber(ref serial);
    }

    // A cursor is sealed anew each time, with chance in it.
    private static string Visible(string answer) => System.Text.RegularExpressions.Regex.Replace(answer, "\"endCursor\":\"[^\"]+\"", "");

    private static async Task RecordAsync(ExchangeCaller force, object incident)
    {
        var answer = await force.RunAsync("recordIncident", "IncidentInput", incident, "errors { code message path }");
        Assert.Empty(answer["errors"]!.AsArray());
    }
}
