using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Transport.StandIn;
using AgencyGraph.Visibility;
using static AgencyGraph.Tests.Receipts.Acknowledging;
using static AgencyGraph.Tests.Receipts.Hiding;

namespace AgencyGraph.Tests.Receipts;

/// <summary>What a restriction hid from the receiver was not sent to it: its position passes it, and acknowledges nothing.</summary>
public sealed class HiddenDeliveryTests
{
    private const string Watch = """
        subscription($after: Cursor) { updates(after: $after) { __typename cursor ... on IncidentRecorded { incident { id } }
          ... on RecordVisible { record { __typename } } } }
        """;

    [SkippableTheory, EveryDatabase]
    public async Task A_position_that_passed_a_restricted_incident_acknowledges_it_only_once_it_was_sent(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, system) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.CouncilSystem, "BUR"));
        var begun = await BeginAsync(force, system);
        var hidden = await force.RecordAsync(2, "BUR");
        await force.RestrictAsync(IdOf(hidden));
        await using var stream = await system.SubscribeAsync(Watch, new { after = begun });
        var (third, fourth) = (await force.RecordAsync(3, "BUR"), await force.RecordAsync(4, "BUR"));

        _ = await system.AcknowledgeAsync(await stream.CursorOfAsync(third));
        Assert.Null((await force.DeliveryAsync(hidden)).AcknowledgedAt);
        Assert.NotNull((await force.DeliveryAsync(third)).AcknowledgedAt);

        var beforeLifted = await stream.CursorOfAsync(fourth);
        await force.LiftAsync(IdOf(hidden));
        _ = await system.AcknowledgeAsync(beforeLifted);
        Assert.Null((await force.DeliveryAsync(hidden)).AcknowledgedAt);

        var answer = await system.AcknowledgeAsync(await CursorOfVisibleAsync(stream));
        Assert.Equal(Text(answer["acknowledgement"]?["acknowledgedAt"]), (await force.DeliveryAsync(hidden)).AcknowledgedAt);
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_restricted_child_hides_what_is_told_of_it_from_a_receiver_that_is_not_named(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, owner) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.CouncilSystem, "BUR", "owner"));
        var (system, anna) = (exchange.As(Role.CouncilSystem, "BUR"), exchange.As(Role.HubPractitioner, "BUR", "anna"));
        var begun = await BeginAsync(force, system);
        var hidden = await force.RunAsync("recordIncident", "IncidentInput", Sample.Incident(2, "BUR", true, Number), "incident { id }");
        var child = await anna.RecordChildAsync();
        await owner.RestrictAsync(child, anna.Subject);
        await using var stream = await system.SubscribeAsync(Watch, new { after = begun });
        var third = await force.RecordAsync(3, "BUR");

        _ = await system.AcknowledgeAsync(await stream.CursorOfAsync(third));
        Assert.Null((await anna.DeliveryAsync(hidden)).AcknowledgedAt);
        Assert.Equal("""{"waiting":0,"oldestWaitingAt":null}""", await force.LinkAsync());

        await owner.LiftAsync(child);
        Assert.Equal(1, await force.WaitingAsync());
        _ = await system.AcknowledgeAsync(await CursorOfVisibleAsync(stream));
        Assert.NotNull((await anna.DeliveryAsync(hidden)).AcknowledgedAt);
        Assert.Equal("""{"waiting":0,"oldestWaitingAt":null}""", await force.LinkAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_had_arrived_before_it_was_restricted_is_acknowledged(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, system) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.CouncilSystem, "BUR"));
        var begun = await BeginAsync(force, system);
        await using var stream = await system.SubscribeAsync(Watch, new { after = begun });
        var recorded = await force.RecordAsync(2, "BUR");
        var cursor = await stream.CursorOfAsync(recorded);
        await Eventually.IsAsync(async () => (await force.DeliveryAsync(recorded)).DeliveredAt is not null, "it was delivered");

        await force.RestrictAsync(IdOf(recorded));

        Assert.Equal("""{"waiting":0,"oldestWaitingAt":null}""", await system.LinkAsync());
        _ = await system.AcknowledgeAsync(cursor);
        Assert.NotNull((await force.DeliveryAsync(recorded)).AcknowledgedAt);
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_receiver_that_is_named_is_waited_for_and_what_is_shared_while_it_is_hidden_is_not(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, system) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.CouncilSystem, "BUR"));
        var begun = await BeginAsync(force, system);
        var (open, closed) = (await force.RecordAsync(2, "BUR"), await force.RecordAsync(3, "BUR", isShared: false));
        await force.RestrictAsync(IdOf(open), system.Subject);
        await force.RestrictAsync(IdOf(closed));
        Assert.Equal(1, await force.WaitingAsync());

        var by = new { idempotencyKey = Guid.NewGuid(), by = new { id = IdOf(closed) }, expectedVersion = 1 };
        Assert.Equal("CHANGED", Text((await force.RunAsync("shareIncident", "ShareIncidentInput", by, "outcome"))["outcome"]));

        Assert.Equal(1, await force.WaitingAsync());
        await using var stream = await system.SubscribeAsync(Watch, new { after = begun });
        _ = await system.AcknowledgeAsync(await stream.CursorOfAsync(open));
        Assert.NotNull((await force.DeliveryAsync(open)).AcknowledgedAt);
        Assert.Equal(0, await force.WaitingAsync());
    }

    private static async Task<string> CursorOfVisibleAsync(ExchangeStream stream)
    {
        while (true)
        {
            var update = await stream.NextAsync();
            if (update["data"]?["updates"]?["record"]?["__typename"]?.GetValue<string>() == "Incident")
                return CursorOf(update);
        }
    }
}
