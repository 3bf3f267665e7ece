using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Worlds;

internal sealed partial class WorldBuilder
{
    /// <summary>The responsible council enrols a child at the school or with the health body.</summary>
    private async Task<IReadOnlyList<Told>?> EnrolAsync()
    {
        var at = Chance(5) ? world.School : world.HealthBody;
        if (One(world.Kids.Where(kid => !kid.Enrolments.ContainsKey(at) && kid.Responsible is { } council && HubSees(council).Sees(kid))) is not { } kid)
            return null;
        _ = await RunAsync(Hub(kid.Responsible!), "enrolChild", "EnrolChildInput", "outcome", new { idempotencyKey = Guid.NewGuid(), child = kid.Id, at });
        kid.Enrolments[at] = world.Step;
        return [];
    }

    /// <summary>The school or the health body says that a child has left.</summary>
    private async Task<IReadOnlyList<Told>?> LeaveAsync()
    {
        var at = Chance(5) ? world.School : world.HealthBody;
        if (One(world.Kids.Where(kid => kid.Enrolments.ContainsKey(at) && SeenBy(Referrer(at)).Sees(kid))) is not { } kid)
            return null;
        _ = await RunAsync(Referrer(at), "endEnrolment", "EndEnrolmentInput", "outcome", new { idempotencyKey = Guid.NewGuid(), child = kid.Id, at });
        _ = kid.Enrolments.Remove(at);
        return [];
    }

    private async Task<IReadOnlyList<Told>?> DeclareConflictAsync()
    {
        var worker = One(Linked())!;
        var known = world.Kids.Where(kid => kid.Id.Length > 0 && !kid.Conflicts.Contains(World.Worker(worker.Agency, worker.Subject)));
        if (One(known.Where(kid => SeenBy(worker).Sees(kid))) is not { } kid)
            return null;
        var administrator = exchange.As(Role.Administrator, worker.Agency);
        var answer = await RunAsync(administrator, "declareConflict", "DeclareConflictInput", "decision { worker verdict by }", new
        {
            idempotencyKey = Guid.NewGuid(),
            child = kid.Id,
            worker = worker.Subject,
            reason = "Related",
        });
        // An administrator, who is on no list, is shown no decision on a restricted child.
        Assert.Equal(kid.Named is null ? worker.Subject : null, answer["decision"]?["worker"]?.GetValue<string>());
        _ = kid.Conflicts.Add(World.Worker(worker.Agency, worker.Subject));
        return [];
    }

    private async Task<IReadOnlyList<Told>?> EndConflictAsync()
    {
        var declared = Linked().SelectMany(worker => world.Kids.Select(kid => new { kid, worker }))
            .Where(pair => pair.kid.Conflicts.Contains(World.Worker(pair.worker.Agency, pair.worker.Subject)));
        if (One(declared) is not { } ended)
            return null;
        _ = await RunAsync(exchange.As(Role.Administrator, ended.worker.Agency), "endConflict", "EndConflictInput", "outcome", new
        {
            idempotencyKey = Guid.NewGuid(),
            child = ended.kid.Id,
            worker = ended.worker.Subject,
            reason = "No longer",
        });
        _ = ended.kid.Conflicts.Remove(World.Worker(ended.worker.Agency, ended.worker.Subject));
        return [];
    }

    /// <summary>Some of those who ask and listen, and write nothing.</summary>
    private IEnumerable<ExchangeCaller> Linked()
        => [.. world.Forces.Select(force => exchange.As(Role.PoliceOfficer, force)),
            .. world.Councils.SelectMany(council => Workers.Select(worker => exchange.As(Role.SocialWorker, council, worker))),
            exchange.As(Role.SchoolLead, world.School, RandomWorlds.SecondLead)];
}
