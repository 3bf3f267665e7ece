using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Children;

/// <summary>
/// The responsible council hands a child to another. The new one comes to see all that is shared about the child; the former ceases to,
/// but for what it wrote itself and what was sent to it, and is not told whither the child has gone. The outcome names the child.
/// </summary>
public sealed class TransferResponsibility(
    AgencyDirectory agencies, IVisibleRecords records, IEnumerable<IReasonForTie> reasons, SightChanges sights)
    : IUseCase<Located<TransferResponsibilityInput, ChildId>>
{
    private static readonly TextRule Reason = new(ResponsibilityTransfer.ReasonMaxLength, AllowsLines: true);

    public string Operation => "transferResponsibility";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<Located<TransferResponsibilityInput, ChildId>> inputs, CancellationToken cancellationToken)
    {
        var ids = inputs.Select(input => input.Id.GetValueOrDefault()).Distinct().ToList();
        var children = await records.Of<Child>(session.Db, session.Deed.Caller).AsTracking()
            .Where(child => ids.Contains(child.Id)).ToDictionaryAsync(child => child.Id, cancellationToken);
        var ties = await LiveTies.ReadAsync(session.Db, children.Keys, cancellationToken);
        var watch = sights.Watch(session);
        var own = children.Keys.Where(child => ties.Holds(child, RelationshipKind.ResponsibleCouncil, session.Deed.Caller.AgencyHolder)).ToList();
        await watch.LookAsync(own, cancellationToken);
        var known = await StillKnownAsync(session, own, cancellationToken);

        var outcomes = new List<Outcome>();
        foreach (var input in inputs)
            outcomes.Add(Transfer(session, input.Input, children.GetValueOrDefault(input.Id.GetValueOrDefault()), ties, known));
        await watch.TellAsync(null, cancellationToken);
        return outcomes;
    }

    /// <summary>Those of whom the former council goes on knowing, by its own record or by what was sent to it.</summary>
    private async Task<HashSet<ChildId>> StillKnownAsync(WriteSession session, List<ChildId> own, CancellationToken cancellationToken)
    {
        var known = new HashSet<ChildId>();
        foreach (var reason in reasons.Where(reason => reason.Kind == RelationshipKind.HubArea && own.Count > 0))
            known.UnionWith(await reason.AmongAsync(session.Db, session.Deed.Caller.Agency, own, cancellationToken));
        return known;
    }

    private Outcome Transfer(WriteSession session, TransferResponsibilityInput input, Child? child, LiveTies ties, HashSet<ChildId> known)
    {
        var (caller, faults) = (session.Deed.Caller, new Faults());
        var to = Codes.Council(input.To, agencies, FieldPath.Input["to"], faults);
        var reason = Reason.Require(input.Reason, FieldPath.Input["reason"], faults, "is needed: say why.");
        if (!faults.Any && to?.Code == caller.Agency)
            faults.Add(FieldPath.Input["to"], "is the caller's own council, which is responsible already.");
        if (faults.Any || reason is null || to?.Code is not { } council)
            return Outcome.Refused(faults.Refusals);
        if (child is null)
            return Outcome.Refused(RefusalCode.NotFound, "There is no such child.", "child");
        if (!ties.Holds(child.Id, RelationshipKind.ResponsibleCouncil, caller.AgencyHolder))
            return Outcome.Refused(RefusalCode.NotResponsible, "Only the council responsible for the child hands it over.", "child");

        Move(session, child, council, ties, known.Contains(child.Id));
        session.Add(new ResponsibilityTransfer
        {
            Id = Guid.CreateVersion7(),
            ChildId = child.Id,
            FromCode = caller.Agency,
            ToCode = council,
            Reason = reason,
            By = caller.Subject,
            At = session.Deed.At,
        });
        return Outcome.Changed(child.Id.Value);
    }

    private static void Move(WriteSession session, Child child, AgencyCode to, LiveTies ties, bool isStillKnown)
    {
        var (from, at) = (session.Deed.Caller.AgencyHolder, session.Deed.At);
        foreach (var worker in ties.HoldersOf(child.Id, RelationshipKind.AllocatedWorker))
            ties.End(child.Id, RelationshipKind.AllocatedWorker, worker, at);
        ties.End(child.Id, RelationshipKind.ResponsibleCouncil, from, at);
        if (isStillKnown)
            ties.Begin(child.Id, RelationshipKind.HubArea, from, at);
        ties.Begin(child.Id, RelationshipKind.ResponsibleCouncil, to.Value, at);
        child.PlaceUnder(to);
        session.RaisePolicyEpoch();
    }
}
