using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using static AgencyGraph.Tests.Timeliness.Clockwork;

namespace AgencyGraph.Tests.Timeliness;

/// <summary>Of a record that somebody may not see there is no deadline either: not in a list, a count, an id or an update.</summary>
public sealed class HiddenDeadlineTests
{
    private static readonly string[] Named = ["anna"];

    [SkippableTheory, EveryDatabase]
    public async Task Who_may_not_see_the_referral_sees_no_deadline_of_it(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (hub, anna, system) = (exchange.As(Role.HubPractitioner, "BUR"), exchange.As(Role.HubPractitioner, "BUR", "anna"), exchange.As(Role.CouncilSystem, "BUR"));
        var (referral, child) = await exchange.ReferAsync();
        var deadline = Assert.Single((await hub.DeadlinesAsync(referral))!)!;
        var (id, due) = (Text(deadline["id"]), Instant(deadline["dueAt"]));

        foreach (var sees in new[] { hub, anna, system, exchange.As(Role.HubLead, "BUR"), exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.PoliceOfficer, Sample.Force) })
            Assert.Equal((1, true), await SeesAsync(sees, id));
        foreach (var other in new[] { exchange.As(Role.HubPractitioner, "WRL"), exchange.As(Role.PoliceOfficer, "merseyside"), exchange.As(Role.SocialWorker, "BUR") })
            Assert.Equal((0, false), await SeesAsync(other, id));
        foreach (var role in new[] { Role.Inspector, Role.LedgerAuditor, Role.Administrator, Role.VettingUnit })
        {
            var agency = role == Role.VettingUnit ? Sample.Force : "BUR";
            var answer = await exchange.As(role, agency).AskAsync("{ deadlines { totalCount } }");
            Assert.Equal("FORBIDDEN", Text(answer["errors"]![0]!["extensions"]!["code"]));
        }

        // A child is restricted by the council that is responsible for the child.
        await RunAsync(system, "recordChild", "RecordChildInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = "BUR-1",
            givenName = "Ada 0",
            surname = "Test",
            bornOn = "2015-05-05",
            nhsNumber = Number,
        });
        await RunAsync(system, "restrictRecord", "RestrictRecordInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            record = child,
            named = Named.Select(subject => new { agency = "BUR", subject }),
            reason = "A test.",
        });
        await using var ofHub = await hub.SubscribeAsync(Follow);
        await using var ofAnna = await anna.SubscribeAsync(Follow);
        await WatchOf(exchange).LookAsync(due.AddMilliseconds(1), CancellationToken.None);

        Assert.Equal("DeadlineMissed REF_DECISION RED TEAM_MANAGER", await ofAnna.NextToldAsync());
        Assert.Equal((1, true), await SeesAsync(anna, id));
        Assert.Equal((0, false), await SeesAsync(hub, id));
        Assert.Null(await hub.DeadlinesAsync(referral));
        Assert.False(ofHub.HasUpdate);
    }

    [SkippableTheory, EveryDatabase]
    public async Task Who_is_linked_to_a_party_sees_none_and_a_social_worker_those_of_the_allocated_children(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (hub, system, worker) = (exchange.As(Role.HubPractitioner, "BUR", "linked"), exchange.As(Role.CouncilSystem, "BUR"), exchange.As(Role.SocialWorker, "BUR", "wanda"));
        var (referral, child) = await exchange.ReferAsync();
        var id = Text(Assert.Single((await hub.DeadlinesAsync(referral))!)!["id"]);
        await RunAsync(system, "recordChild", "RecordChildInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = "BUR-1",
            givenName = "Ada 0",
            surname = "Test",
            bornOn = "2015-05-05",
            nhsNumber = Number,
        });
        await RunAsync(system, "allocateWorker", "AllocateWorkerInput", new { idempotencyKey = Guid.NewGuid(), child, worker = "wanda" });
        await RunAsync(system, "declareConflict", "DeclareConflictInput", new { idempotencyKey = Guid.NewGuid(), child, worker = "linked", reason = "A test." });

        Assert.Equal((1, true), await SeesAsync(worker, id));
        Assert.Equal((0, false), await SeesAsync(hub, id));
        Assert.Equal((0, false), await SeesAsync(exchange.As(Role.SocialWorker, "BUR", "other"), id));
    }

    private static async Task<(int Count, bool ByItsId)> SeesAsync(ExchangeCaller caller, string id)
    {
        var data = await caller.DataAsync("query($id: ID!) { deadlines { totalCount } node(id: $id) { id } }", new { id });
        return (data["deadlines"]!["totalCount"]!.GetValue<int>(), data["node"] is not null);
    }

    private static async Task RunAsync(ExchangeCaller caller, string mutation, string type, object input)
    {
        var answer = await caller.RunAsync(mutation, type, input, "errors { code message path }");
        Assert.True(answer["errors"]!.AsArray().Count == 0, $"{mutation}: {answer.ToJsonString()}");
    }
}
