using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Children;

/// <summary>
/// The responsible council allocates a child to one of its social workers; the former allocation ends. The outcome names the child.
/// </summary>
public sealed class AllocateWorker(IVisibleRecords records, SightChanges sights) : IUseCase<Located<AllocateWorkerInput, ChildId>>
{
    public string Operation => "allocateWorker";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<Located<AllocateWorkerInput, ChildId>> inputs, CancellationToken cancellationToken)
    {
        var ids = inputs.Select(input => input.Id.GetValueOrDefault()).Distinct().ToList();
        var children = await records.Of<Child>(session.Db, session.Deed.Caller).AsTracking()
            .Where(child => ids.Contains(child.Id)).ToDictionaryAsync(child => child.Id, cancellationToken);
        var ties = await LiveTies.ReadAsync(session.Db, children.Keys, cancellationToken);
        var watch = sights.Watch(session);
        await watch.LookAsync(children.Keys, cancellationToken);
        IReadOnlyList<Outcome> outcomes =
            [.. inputs.Select(input => Allocate(session.Deed, input.Input, children.GetValueOrDefault(input.Id.GetValueOrDefault()), ties))];
        await watch.TellAsync(null, cancellationToken);
        return outcomes;
    }

    private static Outcome Allocate(Deed deed, AllocateWorkerInput input, Child? child, LiveTies ties)
    {
        var faults = new Faults();
        CheckWorker(input.Worker, deed.Caller, faults);
        if (faults.Any)
            return Outcome.Refused(faults.Refusals);
        if (child is null)
            return Outcome.Refused(RefusalCode.NotFound, "There is no such child.", "child");
        if (child.ResponsibleCouncilCode != deed.Caller.Agency)
            return Outcome.Refused(RefusalCode.NotResponsible, "Only the council responsible for the child allocates a worker.", "child");

        var holder = Relationship.WorkerHolder(deed.Caller.Agency.Value, input.Worker);
        if (ties.Holds(child.Id, RelationshipKind.AllocatedWorker, holder))
            return Outcome.Refused(RefusalCode.AlreadyExists, "The child is allocated to this worker already.", "worker");

        foreach (var former in ties.HoldersOf(child.Id, RelationshipKind.AllocatedWorker))
            ties.End(child.Id, RelationshipKind.AllocatedWorker, former, deed.At);
        ties.Begin(child.Id, RelationshipKind.AllocatedWorker, holder, deed.At);
        return Outcome.Changed(child.Id.Value);
    }

    /// <summary>As sign-in takes it: a name that was trimmed or composed would be another's.</summary>
    private static void CheckWorker(string worker, Caller caller, Faults faults)
    {
        if (!WorkerName.IsPossible(worker))
            faults.Add(FieldPath.Input["worker"],
                $"cannot be the subject of a sign-in: give 1 to {WorkerName.MaxLength} characters, none of them a control character.");
        else if (worker == caller.Subject || worker == caller.OnBehalfOf)
            faults.Add(FieldPath.Input["worker"], "is the caller's own: nobody allocates a child to themself and so gains sight of a safe address.");
    }
}
