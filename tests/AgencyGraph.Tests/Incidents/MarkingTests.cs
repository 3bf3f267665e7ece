using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Visibility.Worlds;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Incidents;

public sealed class MarkingTests
{
    private static readonly string Number = NumberOf(9_311);

    [SkippableTheory, EveryDatabase]
    public async Task What_needs_the_forces_consent_goes_to_the_receiving_council_and_to_no_other(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        // Salford is responsible for the child; the incident is told to Bury.
        _ = await exchange.As(Role.CouncilSystem, "SLF").RunAsync(
            "recordChild", "RecordChildInput",
            new { idempotencyKey = Guid.NewGuid(), localReference = "A", givenName = "Ada", surname = "Test", bornOn = "2015-05-05", nhsNumber = Number }, "outcome");
        await RecordAsync(exchange, new { originatorConsentRequired = true });

        Assert.Equal(1, await CountAsync(exchange.As(Role.HubPractitioner, "BUR")));
        Assert.Equal(0, await CountAsync(exchange.As(Role.HubPractitioner, "SLF")));

        await CorrectAsync(exchange, new { originatorConsentRequired = false });
        Assert.Equal(1, await CountAsync(exchange.As(Role.HubPractitioner, "SLF")));
    }

    [Fact]
    public async Task A_council_cannot_refer_on_what_needs_the_forces_consent_and_the_force_can()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        await RecordAsync(exchange, new { originatorConsentRequired = true });

        Assert.Equal("ORIGINATOR_CONSENT_REQUIRED", await ReferAsync(exchange.As(Role.HubPractitioner, "BUR")));
        Assert.Null(await ReferAsync(exchange.As(Role.PoliceSystem, Sample.Force)));
    }

    [Fact]
    public async Task A_marking_is_shown_with_its_handling()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        await RecordAsync(exchange, new { protective = "OFFICIAL_SENSITIVE", handling = "Named readers only" });

        var read = await exchange.As(Role.HubPractitioner, "BUR").DataAsync("{ incidents { nodes { marking { protective handling originatorConsentRequired } } } }");
        Assert.Equal(
            """{"protective":"OFFICIAL_SENSITIVE","handling":"Named readers only","originatorConsentRequired":false}""",
            read["incidents"]!["nodes"]![0]!["marking"]!.ToJsonString());
    }

    [Theory]
    [InlineData("SECRET", null, "protective")]
    [InlineData("OFFICIAL", "Named readers only", "handling")]
    public async Task A_marking_that_cannot_be_is_refused_with_its_place(string protective, string? handling, string place)
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var incident = Sample.Incident(1, "BUR");
        incident["marking"] = new { protective, handling };
        var answer = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync("recordIncident", "IncidentInput", incident, "errors { code path }");

        Assert.Equal(place, answer["errors"]![0]!["path"]!.AsArray().Last()!.GetValue<string>());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_force_lists_the_decisions_to_withhold_that_are_due_for_review(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        foreach (var (number, reviewOn) in new (int, string?)[] { (1, "2026-02-01"), (2, "2026-06-01"), (3, null) })
        {
            var incident = Sample.Incident(number, "BUR", false);
            incident["sharing"] = new { shared = false, reason = "Harm", reviewOn };
            _ = await force.RunAsync("recordIncident", "IncidentInput", incident, "outcome");
        }

        await RecordAsync(exchange, null, 4);
        var due = await force.DataAsync("""{ incidents(filter: { reviewDueBy: "2026-03-01" }, order: RECORDED_FIRST) { nodes { reference } } }""");
        Assert.Equal(["GMP/2026/1", "GMP/2026/3"], due["incidents"]!["nodes"]!.AsArray().Select(node => node!["reference"]!.GetValue<string>()).Order());
    }

    private static async Task<int> CountAsync(ExchangeCaller caller) => (await caller.DataAsync("{ incidents { totalCount } }"))["incidents"]!["totalCount"]!.GetValue<int>();

    private static async Task RecordAsync(RunningExchange exchange, object? marking, int number = 1)
    {
        var incident = Sample.Incident(number, "BUR", true, Number);
        incident["marking"] = marking;
        var answer = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync("recordIncident", "IncidentInput", incident, "errors { code message }");
        Assert.Empty(answer["errors"]!.AsArray());
    }

    private static async Task CorrectAsync(RunningExchange exchange, object marking)
    {
        var incident = Sample.Incident(1, "BUR", true, Number);
        incident["by"] = new { reference = incident["reference"] };
        _ = incident.Remove("reference");
        (incident["expectedVersion"], incident["reason"], incident["marking"]) = (1, "The force agrees", marking);
        var answer = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync("correctIncident", "CorrectIncidentInput", incident, "errors { code message }");
        Assert.Empty(answer["errors"]!.AsArray());
    }

    /// <summary>The code of the refusal; null where it was made.</summary>
    private static async Task<string?> ReferAsync(ExchangeCaller caller)
    {
        var known = await caller.DataAsync("{ incidents { nodes { id } } children { nodes { id } } }");
        var answer = await caller.RunAsync("makeReferral", "MakeReferralInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            to = "BOL",
            primaryNeed = "ABUSE_OR_NEGLECT",
            children = new[] { known["children"]!["nodes"]![0]!["id"]!.GetValue<string>() },
            incidents = new[] { known["incidents"]!["nodes"]![0]!["id"]!.GetValue<string>() },
        }, "errors { code }");
        return answer["errors"]!.AsArray().Select(error => error!["code"]!.GetValue<string>()).FirstOrDefault();
    }

    private static string NumberOf(int serial) => Numbers.NhsNumber(ref serial);
}
