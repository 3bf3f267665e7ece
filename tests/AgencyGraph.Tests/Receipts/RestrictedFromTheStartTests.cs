using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using static AgencyGraph.Tests.Receipts.Acknowledging;
using static AgencyGraph.Tests.Receipts.Hiding;

namespace AgencyGraph.Tests.Receipts;

/// <summary>What a force sends about a child who is restricted already, and whom the council's receiver does not find.</summary>
public sealed class RestrictedFromTheStartTests
{
    [SkippableTheory, EveryDatabase]
    public async Task It_does_not_wait_however_it_came_to_be_sent_until_the_receiver_may_see_it(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, owner) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.CouncilSystem, "BUR", "owner"));
        var (system, anna) = (exchange.As(Role.CouncilSystem, "BUR"), exchange.As(Role.HubPractitioner, "BUR", "anna"));
        _ = await BeginAsync(force, system);
        var child = await anna.RecordChildAsync();
        await owner.RestrictAsync(child, [(Sample.Force, force.Subject), ("BUR", anna.Subject)]);

        var recorded = await RecordAsync(force, 2, "BUR");
        Assert.Equal(0, await system.WaitingAsync());
        Assert.Null((await anna.DeliveryAsync(recorded)).AcknowledgedAt); // It is about that child: who is named finds it.

        var shared = await RecordAsync(force, 3, "BUR", isShared: false);
        var by = new { idempotencyKey = Guid.NewGuid(), by = new { id = IdOf(shared) }, expectedVersion = 1 };
        Assert.Equal("CHANGED", Text((await force.RunAsync("shareIncident", "ShareIncidentInput", by, "outcome"))["outcome"]));
        Assert.Equal(0, await system.WaitingAsync());

        var corrected = await force.RecordAsync(4, "BUR");
        Assert.Equal(1, await system.WaitingAsync());
        await CorrectAsync(force, IdOf(corrected), 4);
        Assert.Equal(0, await system.WaitingAsync());

        var moved = await RecordAsync(force, 5, "BOL");
        await CorrectAsync(force, IdOf(moved), 5);
        Assert.Equal(0, await system.WaitingAsync());

        await owner.LiftAsync(child);
        Assert.Equal(4, await system.WaitingAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task In_a_backlog_it_is_decided_for_each_by_itself(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, owner) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.CouncilSystem, "BUR", "owner"));
        var (system, anna) = (exchange.As(Role.CouncilSystem, "BUR"), exchange.As(Role.HubPractitioner, "BUR", "anna"));
        _ = await BeginAsync(force, system);
        await owner.RestrictAsync(await anna.RecordChildAsync(), [(Sample.Force, force.Subject)]);

        var items = new[]
        {
            Sample.Incident(2, "BUR", true, Number), Sample.Incident(3, "BUR", true, "9990000026"), Sample.Incident(4, "BUR", true, "9990000026", Number),
        };
        var answer = await force.RunAsync("recordIncidents", "RecordIncidentsInput", new { ingestMode = "REPLAY", items }, "results { outcome }");

        Assert.Equal(3, answer["results"]?.AsArray().Count);
        Assert.All(answer["results"]!.AsArray(), result => Assert.Equal("RECORDED", Text(result?["outcome"])));
        Assert.Equal(1, await system.WaitingAsync());
    }

    private static Task<JsonNode> RecordAsync(ExchangeCaller force, int number, string council, bool isShared = true) => force.RunAsync(
        "recordIncident", "IncidentInput", Sample.Incident(number, council, isShared, Number), "incident { id }");

    /// <summary>It was in Bury, and about the restricted child.</summary>
    private static async Task CorrectAsync(ExchangeCaller force, string id, int number)
    {
        var input = Sample.Incident(number, "BUR", true, Number);
        _ = input.Remove("reference");
        (input["by"], input["expectedVersion"], input["reason"]) = (new { id }, 1, "Wrong");
        Assert.Equal("CORRECTED", Text((await force.RunAsync("correctIncident", "CorrectIncidentInput", input, "outcome"))["outcome"]));
    }
}
