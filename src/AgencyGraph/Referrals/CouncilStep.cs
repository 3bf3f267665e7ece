using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Feed;
using AgencyGraph.Timeliness;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Referrals;

/// <summary>
/// A step of the receiving council on a referral: CONTACT, acknowledged INITIAL, rated SCREENING, DECIDED. Only referrals to the caller's
/// council are found, among those that the caller may see.
/// </summary>
public abstract class CouncilStep<TInput>(IVisibleRecords records, DeadlineBook deadlines) : IUseCase<Located<TInput, ReferralId>>
    where TInput : IReferralStep
{
    public const string NeedsRationale = "is needed: say why.";

    public abstract string Operation { get; }

    protected abstract UpdateKind Update { get; }

    protected static TextRule Rationale { get; } = new(Referral.RationaleMaxLength, AllowsLines: true);

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<Located<TInput, ReferralId>> inputs, CancellationToken cancellationToken)
    {
        var council = session.Deed.Caller.Agency;
        var ids = inputs.Select(input => input.Id.GetValueOrDefault()).Distinct().ToList();
        var found = await records.Of<Referral>(session.Db, session.Deed.Caller).AsTracking().Include(referral => referral.Children)
            .Where(referral => referral.ToCode == council && ids.Contains(referral.Id))
            .ToDictionaryAsync(referral => referral.Id, cancellationToken);
        var clocks = await deadlines.OfAsync(session.Db, [.. found.Keys.Select(id => id.Value)], cancellationToken);
        IReadOnlyList<Outcome> outcomes = [.. inputs.Select(input => Step(session, input.Input, found.GetValueOrDefault(input.Id.GetValueOrDefault()), clocks))];
        foreach (var told in clocks.Told)
            session.Announce(told);
        return outcomes;
    }

    /// <summary>Reads the input and gives what it does to the referral; null when there is a fault.</summary>
    protected abstract Action<Referral, DateTime>? Read(TInput input, Faults faults);

    /// <summary>Why the referral's stage does not allow the step; null when it does.</summary>
    protected abstract string? FaultOf(ReferralStage stage);

    private Outcome Step(WriteSession session, TInput input, Referral? referral, RunningClocks clocks)
    {
        var faults = new Faults();
        var change = Read(input, faults);
        if (faults.Any || change is null)
            return Outcome.Refused(faults.Refusals);
        if (referral is null)
            return Outcome.Refused(RefusalCode.NotFound, "There is no such referral to the council.", "referral");
        if (input.ExpectedVersion != referral.Version)
            return Outcome.VersionConflict("The referral has changed since it was read.", referral.Version, "expectedVersion");
        if (FaultOf(referral.Stage) is { } fault)
            return Outcome.Refused(RefusalCode.WrongStage, fault, "referral");

        var former = referral.Rating;
        change(referral, session.Deed.At);
        referral.Version++;
        ReferralClocks.Stepped(session, clocks, referral, former);
        session.Announce(Announcement.Of(Update, referral, [.. referral.Children.Select(child => child.ChildId)], session.Deed.At));
        return Outcome.Changed(referral.Id.Value);
    }
}
