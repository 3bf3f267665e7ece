using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Restrictions;

/// <summary>
/// A decision on who finds a record: by the system of the council responsible for the child, or of the force that recorded the incident. The
/// outcome names the decision.
/// </summary>
public abstract class DecideOnRecord<TInput>(IVisibleRecords records, SightChanges sights) : IUseCase<RestrictionStep<TInput>>
    where TInput : IRestrictionInput
{
    private static readonly TextRule Reason = new(RestrictionDecision.ReasonMaxLength, AllowsLines: true);

    public abstract string Operation { get; }

    protected abstract RestrictionVerdict Verdict { get; }

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<RestrictionStep<TInput>> inputs, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        foreach (var input in inputs)
            outcomes.Add(await DecideAsync(session, input, cancellationToken));
        return outcomes;
    }

    /// <summary>The holders who are named from now on; none where there is a fault, or the restriction is lifted.</summary>
    protected abstract IReadOnlyCollection<string> Names(TInput input, Caller caller, Faults faults);

    private async Task<Outcome> DecideAsync(WriteSession session, RestrictionStep<TInput> step, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        var reason = Reason.Require(step.Input.Reason, FieldPath.Input["reason"], faults, "is needed: say why.");
        var names = Names(step.Input, session.Deed.Caller, faults);
        if (faults.Any || reason is null)
            return Outcome.Refused(faults.Refusals);

        var record = await RestrictableRecord.FindAsync(records, session, step.Kind, step.RecordId, cancellationToken);
        if (record is null)
            return Outcome.Refused(RefusalCode.NotFound, "There is no such child or incident.", "record");
        if (record.Decides != session.Deed.Caller.Agency)
            return Outcome.Refused(RefusalCode.NotResponsible,
                "A child is restricted by the council responsible for the child, an incident by the force that recorded it.", "record");

        // Held until the end of the transaction, as by everybody who changes who sees them.
        _ = await LiveTies.ReadAsync(session.Db, record.Children, cancellationToken);
        var standing = await session.Db.Set<Restriction>().AsTracking().Where(name => name.RecordId == record.Id).ToListAsync(cancellationToken);
        if (names.Count == 0 && standing.Count == 0)
            return Outcome.Refused(RefusalCode.WrongStage, "The record is not restricted.", "record");

        var watch = sights.Watch(session);
        await watch.LookAsync(record.Children, cancellationToken);
        Change(session, record, names, standing);
        var decision = DecisionOf(session.Deed, record, reason);
        session.Add(decision);
        await watch.TellAsync(null, cancellationToken);
        return Outcome.Recorded(decision.Id.Value);
    }

    private static void Change(WriteSession session, RestrictableRecord record, IReadOnlyCollection<string> names, List<Restriction> standing)
    {
        session.RaisePolicyEpoch();
        session.Db.RemoveRange(standing.Where(name => !names.Contains(name.Holder)));
        foreach (var holder in names.Except(standing.Select(name => name.Holder), StringComparer.Ordinal))
        {
            session.Add(new Restriction
            {
                Id = Guid.CreateVersion7(),
                RecordId = record.Id,
                ChildId = record.Kind == RecordKind.Child ? record.Children[0] : null,
                Holder = holder,
            });
        }

        record.Incident?.Restrict(names.Count > 0);
    }

    private RestrictionDecision DecisionOf(Deed deed, RestrictableRecord record, string reason) => new()
    {
        Id = RestrictionDecisionId.New(),
        RecordKind = record.Kind,
        RecordId = record.Id,
        Verdict = Verdict,
        Reason = reason,
        ByAgencyCode = deed.Caller.Agency,
        By = deed.Caller.Subject,
        DecidedAt = deed.At,
    };
}
