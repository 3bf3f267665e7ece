using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Worlds;

internal sealed partial class WorldBuilder
{
    private ExchangeCaller CaseSystem(string council) => exchange.As(Role.CouncilSystem, council);

    /// <summary>The responsible council hands a child to another.</summary>
    private async Task<IReadOnlyList<Told>?> TransferAsync()
    {
        if (One(world.Kids.Where(kid => kid.Responsible is { } council && HubSees(council).Sees(kid))) is not { } kid)
            return null;
        var to = One(world.Councils.Where(council => council != kid.Responsible))!; // A world has three.
        _ = await RunAsync(Hub(kid.Responsible!), "transferResponsibility", "TransferResponsibilityInput", "outcome", new
        {
            idempotencyKey = Guid.NewGuid(),
            child = kid.Id,
            to,
            reason = "Moved",
        });
        if (kid.Worker is { } former)
            kid.FormerWorkers.Add(former);
        (kid.Responsible, kid.Worker) = (to, null);
        return [];
    }

    private async Task<IReadOnlyList<Told>?> RestrictAsync()
    {
        var names = SomeNames();
        if (Chance(5) && One(world.Kids.Where(kid => kid.Responsible is { } council && SeenBy(CaseSystem(council)).Sees(kid))) is { } kid)
        {
            kid.Named = await RestrictAsync(CaseSystem(kid.Responsible!), kid.Id, names);
            return [];
        }

        if (One(world.Incidents.Where(incident => SystemSees(incident.Force).Sees(incident))) is not { } incident)
            return null;
        incident.Named = await RestrictAsync(System(incident.Force), incident.Id, names);
        return [];
    }

    private async Task<IReadOnlyList<Told>?> LiftAsync()
    {
        if (One(world.Kids.Where(kid => kid.Named is not null && kid.Responsible is { } council && SeenBy(CaseSystem(council)).Sees(kid))) is { } kid)
        {
            await LiftAsync(CaseSystem(kid.Responsible!), kid.Id);
            kid.Named = null;
            return [];
        }

        if (One(world.Incidents.Where(incident => incident.Named is not null && SystemSees(incident.Force).Sees(incident))) is not { } incident)
            return null;
        await LiftAsync(System(incident.Force), incident.Id);
        incident.Named = null;
        return [];
    }

    private static async Task<IReadOnlyList<string>> RestrictAsync(ExchangeCaller caller, string record, IReadOnlyList<(string Agency, string Subject)> names)
    {
        _ = await RunAsync(caller, "restrictRecord", "RestrictRecordInput", "decision { kind verdict by }", new
        {
            idempotencyKey = Guid.NewGuid(),
            record,
            named = names.Select(name => new { agency = name.Agency, subject = name.Subject }),
            reason = "Harm",
        });
        return [.. names.Append((caller.Agency, caller.Subject)).Select(name => World.Worker(name.Item1, name.Item2))];
    }

    private static Task LiftAsync(ExchangeCaller caller, string record)
        => RunAsync(caller, "liftRestriction", "LiftRestrictionInput", "decision { kind verdict by }", new { idempotencyKey = Guid.NewGuid(), record, reason = "Over" });

    /// <summary>Some of those who ask and listen.</summary>
    private (string Agency, string Subject)[] SomeNames()
        => [.. world.Councils.SelectMany(council => new[] { Hub(council), CaseSystem(council), exchange.As(Role.SocialWorker, council, Workers[0]) })
            .Concat(world.Forces.Select(System)).Where(_ => Chance(4)).Select(caller => (caller.Agency, caller.Subject))];
}
