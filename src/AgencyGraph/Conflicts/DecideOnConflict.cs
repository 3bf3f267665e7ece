using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Conflicts;

/// <summary>
/// A decision on a conflict of interest: by the worker's own agency, through its system, which must see the child, or an administrator,
/// who sees none. The outcome names the decision.
/// </summary>
public abstract class DecideOnConflict<TInput>(IVisibleRecords records, SightChanges sights) : IUseCase<Located<TInput, ChildId>>
    where TInput : IConflictInput
{
    private static readonly TextRule Reason = new(ConflictDecision.ReasonMaxLength, AllowsLines: true);

    public abstract string Operation { get; }

    protected abstract ConflictVerdict Verdict { get; }

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<Located<TInput, ChildId>> inputs, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        foreach (var input in inputs)
            outcomes.Add(await DecideAsync(session, input, cancellationToken));
        return outcomes;
    }

    /// <summary>Begins or ends it; the refusal when there is nothing to do.</summary>
    protected abstract Outcome? Change(ChildId child, string holder, LiveTies ties, DateTime at);

    private async Task<Outcome> DecideAsync(WriteSession session, Located<TInput, ChildId> input, CancellationToken cancellationToken)
    {
        var (caller, faults) = (session.Deed.Caller, new Faults());
        var reason = Reason.Require(input.Input.Reason, FieldPath.Input["reason"], faults, "is needed: say why.");
        CheckWorker(input.Input.Worker, caller, faults);
        if (faults.Any || reason is null)
            return Outcome.Refused(faults.Refusals);

        var id = input.Id.GetValueOrDefault();
        var known = caller.Role == Role.Administrator ? session.Db.Set<Child>() : records.Of<Child>(session.Db, caller);
        if (!await known.AnyAsync(child => child.Id == id, cancellationToken))
            return Outcome.Refused(RefusalCode.NotFound, "There is no such child.", "child");

        var ties = await LiveTies.ReadAsync(session.Db, [id], cancellationToken);
        var watch = sights.Watch(session);
        await watch.LookAsync([id], cancellationToken);
        if (Change(id, Relationship.WorkerHolder(caller.Agency.Value, input.Input.Worker), ties, session.Deed.At) is { } refusal)
            return refusal;

        session.RaisePolicyEpoch();
        var decision = DecisionOf(session.Deed, id, input.Input.Worker, reason);
        session.Add(decision);
        await watch.TellAsync(null, cancellationToken);
        return Outcome.Recorded(decision.Id.Value);
    }

    private static void CheckWorker(string worker, Caller caller, Faults faults)
    {
        if (!WorkerName.IsPossible(worker))
            faults.Add(FieldPath.Input["worker"],
                $"cannot be the subject of a sign-in: give 1 to {WorkerName.MaxLength} characters, none of them a control character.");
        else if (worker == caller.Subject || worker == caller.OnBehalfOf)
            faults.Add(FieldPath.Input["worker"], "is the caller's own: another decides on one's own conflict.");
    }

    private ConflictDecision DecisionOf(Deed deed, ChildId child, string worker, string reason) => new()
    {
        Id = ConflictDecisionId.New(),
        ChildId = child,
        Worker = worker,
        Verdict = Verdict,
        Reason = reason,
        ByAgencyCode = deed.Caller.Agency,
        By = deed.Caller.Subject,
        DecidedAt = deed.At,
    };
}
