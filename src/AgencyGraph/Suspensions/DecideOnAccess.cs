using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Visibility;

namespace AgencyGraph.Suspensions;

/// <summary>A decision of an administrator on somebody's access. The outcome names the decision.</summary>
public abstract class DecideOnAccess<TInput> : IUseCase<TInput>
    where TInput : IAccessDecisionInput
{
    private static readonly TextRule Reason = new(AccessDecision.ReasonMaxLength, AllowsLines: true);

    public abstract string Operation { get; }

    protected abstract AccessVerdict Verdict { get; }

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<TInput> inputs, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        foreach (var input in inputs)
            outcomes.Add(await DecideAsync(session, input, cancellationToken));
        return outcomes;
    }

    /// <summary>What of the holder, taken by itself, is at fault.</summary>
    protected abstract void Check(AccessHolder holder, string name, Caller caller, Faults faults);

    /// <summary>Suspends or restores in the session; the refusal when there is nothing to do.</summary>
    protected abstract Outcome? Change(WriteSession session, AccessHolder holder, string name, Suspension? live);

    private async Task<Outcome> DecideAsync(WriteSession session, TInput input, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        var reason = Reason.Require(input.Reason, FieldPath.Input["reason"], faults, "is needed: say why.");
        var (holder, name) = Read(input.Whom);
        Check(holder, name, session.Deed.Caller, faults);
        if (faults.Any || reason is null)
            return Outcome.Refused(faults.Refusals);

        var live = await session.Db.FindAsync<Suspension>([holder, name], cancellationToken);
        if (Change(session, holder, name, live) is { } refusal)
            return refusal;

        session.RaisePolicyEpoch();
        var decision = new AccessDecision
        {
            Id = AccessDecisionId.New(),
            Holder = holder,
            Name = name,
            Verdict = Verdict,
            Reason = reason,
            ByAgencyCode = session.Deed.Caller.Agency,
            By = session.Deed.Caller.Subject,
            DecidedAt = session.Deed.At,
        };
        _ = session.Db.Add(decision);
        return Outcome.Recorded(decision.Id.Value);
    }

    private static (AccessHolder Holder, string Name) Read(AccessHolderBy whom)
        => whom.Agency is { } agency ? (AccessHolder.Agency, agency.Value)
            : whom.Role is { } role ? (AccessHolder.Role, HeldRole.NameOf(role.Role, role.Agency, role.Subject))
            : whom.Client is { } client ? (AccessHolder.Client, client)
            : (AccessHolder.Subject, whom.Subject ?? "");
}
