using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Children;

public sealed class TransferResponsibilityTests
{
    private const string Number = "9990000018";
    private const string Follow = """
        subscription { updates { __typename
          ... on RecordVisible { record { __typename id ... on Incident { reference } } }
          ... on RecordWithdrawn { kind handle }
          ... on IncidentRecorded { incident { id reference } } } }
        """;

    [SkippableTheory, EveryDatabase]
    public async Task The_new_council_gets_what_is_shared_of_the_child_and_then_the_stream(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var child = await SettleAsync(exchange);
        var bolton = exchange.As(Role.HubPractitioner, "BOL");
        await using var socket = await bolton.SubscribeAsync(Follow);
        using var events = await ExchangeEvents.OpenAsync(exchange, exchange.As(Role.CouncilSystem, "BOL"), Follow);

        Assert.Equal("CHANGED", await TransferAsync(exchange, child, "BOL"));
        await RecordAsync(exchange, 3, "SLF");

        foreach (var next in new Func<Task<JsonNode>>[] { socket.NextAsync, events.NextAsync })
        {
            // The child, the records of Bury and of each incident, and the two incidents; then what happened since.
            var visible = new List<string>();
            for (var i = 0; i < 6; i++)
                visible.Add(Text((await UpdateAsync(next))["record"]!["__typename"]));
            Assert.Equal(["Child", "ChildRecord", "ChildRecord", "ChildRecord", "Incident", "Incident"], visible.Order(StringComparer.Ordinal));
            Assert.Equal("GMP/2026/3", Text((await UpdateAsync(next))["incident"]!["reference"]));
        }

        var listed = await bolton.DataAsync("{ children { totalCount } incidents { totalCount } }");
        Assert.Equal("""{"children":{"totalCount":1},"incidents":{"totalCount":3}}""", listed.ToJsonString());
    }

    [SkippableTheory, EveryDatabase]
    public async Task The_former_council_is_told_what_it_sees_no_longer_and_keeps_its_own_and_hears_nothing_more(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var child = await SettleAsync(exchange);
        var bury = exchange.As(Role.HubPractitioner, "BUR");
        await using var hub = await bury.SubscribeAsync(Follow);
        await using var worker = await exchange.As(Role.SocialWorker, "BUR", "anna").SubscribeAsync(Follow);
        await using var stranger = await exchange.As(Role.HubPractitioner, "WRL").SubscribeAsync(Follow);

        _ = await TransferAsync(exchange, child, "BOL");
        await RecordAsync(exchange, 3, "SLF");
        await RecordAsync(exchange, 4, "BUR");

        // What was sent to Salford; what was sent to Bury itself, and what it wrote, it keeps.
        var told = new[] { await hub.NextAsync(), await hub.NextAsync() };
        Assert.Equal(["CHILD_RECORD", "INCIDENT"], told.Select(update => Text(update["data"]!["updates"]!["kind"])).Order());
        Assert.All(told, update => Assert.DoesNotContain("BOL", update.ToJsonString(), StringComparison.Ordinal));
        Assert.Equal("GMP/2026/4", Text((await UpdateAsync(hub.NextAsync))["incident"]!["reference"]));
        var lost = new List<string>();
        for (var i = 0; i < 6; i++)
            lost.Add(Text((await UpdateAsync(worker.NextAsync))["kind"]));
        Assert.Equal(["CHILD", "CHILD_RECORD", "CHILD_RECORD", "CHILD_RECORD", "INCIDENT", "INCIDENT"], lost.Order(StringComparer.Ordinal));
        Assert.False(hub.HasHeard || worker.HasHeard || stranger.HasHeard);
        var kept = await bury.DataAsync("{ children { nodes { responsibleCouncil { code } records { localReference } } } incidents { nodes { reference } } }");
        Assert.DoesNotContain("BOL", kept.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("\"B-1\"", kept.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("GMP/2026/2", kept.ToJsonString(), StringComparison.Ordinal);
    }

    [SkippableTheory, EveryDatabase]
    public async Task Only_the_responsible_council_hands_a_child_over_and_only_to_another(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var child = await SettleAsync(exchange);

        Assert.Equal("INVALID_INPUT", await TransferAsync(exchange, child, "BUR"));
        Assert.Equal("INVALID_INPUT", await TransferAsync(exchange, child, "greater-manchester"));
        Assert.Equal("NOT_FOUND", await TransferAsync(exchange, child, "BOL", "WRL"));
        Assert.Equal("CHANGED", await TransferAsync(exchange, child, "BOL"));
        Assert.Equal("NOT_RESPONSIBLE", await TransferAsync(exchange, child, "SLF"));
        Assert.Equal("CHANGED", await TransferAsync(exchange, child, "SLF", "BOL"));
    }

    /// <summary>Bury is responsible and has allocated the child to Anna; one incident was sent to Bury and one to Salford.</summary>
    private static async Task<string> SettleAsync(RunningExchange exchange)
    {
        await RecordAsync(exchange, 1, "BUR");
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        var recorded = await hub.RunAsync("recordChild", "RecordChildInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = "B-1",
            givenName = "Ada",
            surname = "Test",
            bornOn = "2015-05-05",
            nhsNumber = Number,
        }, "child { id } errors { message }");
        var child = Text(recorded["child"]!["id"]);
        await RecordAsync(exchange, 2, "SLF");
        _ = await hub.RunAsync("allocateWorker", "AllocateWorkerInput", new { idempotencyKey = Guid.NewGuid(), child, worker = "anna" }, "outcome");
        return child;
    }

    private static async Task RecordAsync(RunningExchange exchange, int number, string council)
    {
        var answer = await exchange.As(Role.PoliceSystem, Sample.Force)
            .RunAsync("recordIncident", "IncidentInput", Sample.Incident(number, council, true, Number), "errors { message }");
        Assert.Empty(answer["errors"]!.AsArray());
    }

    private static async Task<string> TransferAsync(RunningExchange exchange, string child, string to, string by = "BUR")
    {
        var answer = await exchange.As(Role.HubPractitioner, by).RunAsync(
            "transferResponsibility", "TransferResponsibilityInput", new { idempotencyKey = Guid.NewGuid(), child, to, reason = "Moved" },
            "outcome errors { code }");
        return answer["errors"]!.AsArray() is [var error] ? Text(error!["code"]) : Text(answer["outcome"]);
    }

    private static async Task<JsonNode> UpdateAsync(Func<Task<JsonNode>> next)
        => (await next())["data"]?["updates"] ?? throw new InvalidOperationException("This is no update.");

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";
}
