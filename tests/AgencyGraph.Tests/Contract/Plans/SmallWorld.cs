using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Tests.Missing;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Contract.Plans;

/// <summary>Some families of two councils, written through the public API: shared and withheld incidents, records, allocations, referrals.</summary>
internal sealed class SmallWorld
{
    private static readonly string[] Mill = ["1 Mill"];

    public List<string> Children { get; } = [];

    public List<string> Incidents { get; } = [];

    public List<string> Records { get; } = [];

    public List<string> Referrals { get; } = [];

    public List<string> Episodes { get; } = [];

    public List<string> NhsNumbers { get; } = [];

    public static async Task<SmallWorld> WriteAsync(RunningExchange exchange)
    {
        var world = new SmallWorld();
        var (force, other) = (exchange.As(Role.PoliceSystem, "greater-manchester"), exchange.As(Role.PoliceSystem, "merseyside"));
        for (var i = 0; i < 12; i++)
            await world.RecordAsync(i % 4 == 3 ? other : force, i);
        var council = exchange.As(Role.HubPractitioner, "BUR");
        foreach (var number in world.NhsNumbers.Take(2))
            await RecordChildAsync(council, number);
        await world.AllocateAndReferAsync(council, force);
        await world.GoMissingAsync(force, exchange.As(Role.CouncilSystem, "BUR"));
        return world;
    }

    private async Task RecordAsync(ExchangeCaller force, int i)
    {
        var number = i % 3 == 0 && NhsNumbers.Count > 0 ? NhsNumbers[0] : A.NhsNumber();
        NhsNumbers.Add(number);
        var incident = A.Incident(force.Agency == "merseyside" ? "MER" : "GMP");
        var input = incident with
        {
            Council = i % 2 == 0 ? "BUR" : "WRL",
            Sharing = i % 5 == 4 ? A.Withheld() : incident.Sharing,
            Persons = [A.Child(number) with { Address = A.Address(isSafe: i % 4 == 0) }, A.Child(), A.Adult(), A.Adult("PARENT") with { Address = A.Address(isSafe: i % 2 == 0) }],
            Factors = i % 2 == 0 ? ["3A", "10A"] : null,
            Location = A.Address(isSafe: i % 3 == 0),
            Narrative = $"Line one\nline “two” <b>{i}</b> \\ \u2028 é 🚔",
        };
        var data = await force.DataAsync(
            "mutation($input: IncidentInput!) { recordIncident(input: $input) { errors { code message path } incident { id children { child { id } record { id } } } } }", new { input = Camel(input) });
        var recorded = data["recordIncident"]!["incident"] ?? throw new InvalidOperationException(data.ToJsonString());
        Incidents.Add(Text(recorded["id"]));
        foreach (var child in recorded["children"]!.AsArray())
        {
            Children.Add(Text(child!["child"]!["id"]));
            Records.Add(Text(child["record"]!["id"]));
        }
    }

    private static async Task RecordChildAsync(ExchangeCaller council, string number)
        => _ = await council.DataAsync(
            "mutation($input: RecordChildInput!) { recordChild(input: $input) { errors { message } } }",
            new { input = new { idempotencyKey = Guid.NewGuid(), localReference = $"B-{number}", givenName = "Ada", surname = "Test", bornOn = "2018-05-04", nhsNumber = number } });

    private async Task AllocateAndReferAsync(ExchangeCaller council, ExchangeCaller force)
    {
        var own = await council.DataAsync("{ children(first: 50) { nodes { id responsibleCouncil { code } } } }");
        foreach (var child in own["children"]!["nodes"]!.AsArray().Where(child => child!["responsibleCouncil"] is not null).Take(1))
            _ = await council.DataAsync(
                "mutation($input: AllocateWorkerInput!) { allocateWorker(input: $input) { errors { message } } }",
                new { input = new { idempotencyKey = Guid.NewGuid(), child = Text(child!["id"]), worker = "anna" } });

        for (var i = 0; i < 3; i++)
        {
            var made = await force.DataAsync(
                "mutation($input: MakeReferralInput!) { makeReferral(input: $input) { errors { message } referral { id } } }",
                new { input = new { idempotencyKey = Guid.NewGuid(), to = "BUR", primaryNeed = "ABUSE_OR_NEGLECT", children = new[] { Children[0] }, incidents = new[] { Incidents[0] }, reason = "Because" } });
            Referrals.Add(Text(made["makeReferral"]!["referral"]!["id"]));
        }

        _ = await council.DataAsync(
            "mutation($input: AcknowledgeReferralInput!) { acknowledgeReferral(input: $input) { errors { message } } }",
            new { input = new { idempotencyKey = Guid.NewGuid(), referral = Referrals[0], expectedVersion = 1 } });
        _ = await council.DataAsync(
            "mutation($input: RateReferralInput!) { rateReferral(input: $input) { errors { message } } }",
            new { input = new { idempotencyKey = Guid.NewGuid(), referral = Referrals[0], expectedVersion = 2, rating = "RED", rationale = "Repeat" } });
    }

    /// <summary>A child who was found and heard and is missing again, and another.</summary>
    private async Task GoMissingAsync(ExchangeCaller force, ExchangeCaller council)
    {
        var first = MissingSample.Report(1);
        (first["circumstances"], first["missingFrom"], first["lookedAfter"]) = ("Line one\nline “two”", new { lines = Mill, isSafe = true }, true);
        Episodes.Add(MissingSample.IdOf(await force.ReportMissingAsync(first)));
        _ = await force.ReportFoundAsync(1, 1, MissingSample.Found(place: new { lines = Mill }));
        _ = await council.InterviewAsync(
            Episodes[0], 2, new { offeredAt = "2026-01-12T10:00:00Z", answer = "ACCEPTED", heldAt = "2026-01-13T10:00:00Z", isIndependent = false, riskPoints = "Risk", content = "Words" });
        Episodes.Add(MissingSample.IdOf(await force.ReportMissingAsync(MissingSample.Report(2, startedAt: "2026-02-10T20:00:00Z"))));
        Episodes.Add(MissingSample.IdOf(await force.ReportMissingAsync(MissingSample.Report(3, "WRL", nhsNumber: null))));
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    internal static JsonNode Camel(object input)
        => JsonSerializer.SerializeToNode(input, input.GetType(), JsonSerializerOptions.Web)!;
}
