using System.Text.Json.Nodes;
using AgencyGraph.Contract;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Children;

/// <summary>Who becomes responsible for a child, and who may know who is.</summary>
public sealed class TakingOnTests
{
    private const string Child = "errors { message } child { id responsibleCouncil { code } }";

    [SkippableTheory, EveryDatabase]
    public async Task Knowing_a_number_opens_nothing_that_a_force_withheld_or_told_another_council(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (withheld, shared) = (A.NhsNumber(), A.NhsNumber());
        await RecordIncidentAsync(exchange, 1, isShared: false, withheld);
        await RecordIncidentAsync(exchange, 2, isShared: true, shared);

        foreach (var (number, reference) in new[] { (withheld, "1"), (withheld, "2"), (shared, "3"), (shared, "4") })
            Assert.Null((await RecordAsync(exchange, "BOL", number, reference))["responsibleCouncil"]);

        var seen = await exchange.As(Role.HubPractitioner, "BOL").DataAsync("{ incidents { totalCount } children { totalCount } }");
        Assert.Equal("""{"incidents":{"totalCount":0},"children":{"totalCount":2}}""", seen.ToJsonString());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_council_that_refers_the_child_to_itself_was_told_by_nobody(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var number = A.NhsNumber();
        await RecordIncidentAsync(exchange, 1, isShared: true, number);
        var child = (await RecordAsync(exchange, "BOL", number, "1"))["id"]!.GetValue<string>();

        var referred = await exchange.As(Role.HubPractitioner, "BOL").RunAsync(
            "makeReferral", "MakeReferralInput",
            new { idempotencyKey = Guid.NewGuid(), to = "BOL", primaryNeed = "ABUSE_OR_NEGLECT", children = new[] { child } }, "errors { message } referral { id }");
        Assert.NotNull(referred["referral"]);

        Assert.Null((await RecordAsync(exchange, "BOL", number, "2"))["responsibleCouncil"]);
        var seen = await exchange.As(Role.HubPractitioner, "BOL").DataAsync("{ incidents { totalCount } }");
        Assert.Equal("""{"incidents":{"totalCount":0}}""", seen.ToJsonString());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_council_that_was_told_of_the_child_becomes_responsible(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var number = A.NhsNumber();
        await RecordIncidentAsync(exchange, 1, isShared: true, number);

        Assert.Equal("BUR", (await RecordAsync(exchange, "BUR", number, "1"))["responsibleCouncil"]?["code"]?.GetValue<string>());
    }

    [SkippableTheory, EveryDatabase]
    public async Task Where_a_family_fled_is_told_to_nobody_but_the_council_that_is_responsible(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var number = A.NhsNumber();
        var id = (await RecordAsync(exchange, "BOL", number, "1"))["id"]!.GetValue<string>();
        await RecordIncidentAsync(exchange, 1, isShared: true, number);

        Assert.NotNull(await CouncilAsync(exchange, Role.CouncilSystem, "BOL", id));
        Assert.Null(await CouncilAsync(exchange, Role.HubPractitioner, "BUR", id));
        Assert.Null(await CouncilAsync(exchange, Role.PoliceSystem, Sample.Force, id));
        Assert.Null(await CouncilAsync(exchange, Role.PoliceOfficer, Sample.Force, id));
    }

    [SkippableTheory, EveryDatabase]
    public async Task Neither_ids_nor_order_tell_when_a_child_was_first_heard_of(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        for (var i = 0; i < 8; i++)
            _ = await RecordAsync(exchange, "BUR", A.NhsNumber(), $"{i}");

        var listed = await exchange.As(Role.HubPractitioner, "BUR").DataAsync("{ children { nodes { id } } }");
        var ids = listed["children"]!["nodes"]!.AsArray()
            .Select(node => NodeId.TryDecode(node!["id"]!.GetValue<string>(), out _, out var id) ? id : throw new InvalidOperationException()).ToList();
        Assert.All(ids, id => Assert.Equal(4, id.Version));
        Assert.Equal(ids.Order(), ids);
        Assert.Contains("Unknown argument", (await exchange.As(Role.HubPractitioner, "BUR").AskAsync("{ children(order: RECORDED_LAST) { totalCount } }")).ToJsonString(), StringComparison.Ordinal);
    }

    private static async Task<JsonNode?> CouncilAsync(RunningExchange exchange, Role role, string agency, string id)
    {
        var data = await exchange.As(role, agency).DataAsync("query($id: ID!) { child(by: { id: $id }) { id responsibleCouncil { code } } }", new { id });
        Assert.Equal(id, data["child"]?["id"]?.GetValue<string>());
        return data["child"]?["responsibleCouncil"];
    }

    private static async Task<JsonNode> RecordAsync(RunningExchange exchange, string council, string nhsNumber, string localReference)
    {
        var answer = await exchange.As(Role.HubPractitioner, council).RunAsync(
            "recordChild", "RecordChildInput",
            new { idempotencyKey = Guid.NewGuid(), localReference, givenName = "Ada", surname = "Test", bornOn = "2015-05-05", nhsNumber }, Child);
        return answer["child"] ?? throw new InvalidOperationException(answer.ToJsonString());
    }

    private static async Task RecordIncidentAsync(RunningExchange exchange, int number, bool isShared, string nhsNumber)
    {
        var answer = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync(
            "recordIncident", "IncidentInput", Sample.Incident(number, "BUR", isShared, nhsNumber), "errors { message }");
        Assert.Empty(answer["errors"]!.AsArray());
    }
}
