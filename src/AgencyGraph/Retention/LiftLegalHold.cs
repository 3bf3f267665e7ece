using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Retention;

/// <summary>Lifts a legal hold of the caller's own agency. The outcome names the hold.</summary>
public sealed class LiftLegalHold(IVisibleRecords records) : IUseCase<Located<LiftLegalHoldInput, LegalHoldId>>
{
    private static readonly TextRule Reason = new(LegalHold.ReasonMaxLength, AllowsLines: true);

    public string Operation => "liftLegalHold";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<Located<LiftLegalHoldInput, LegalHoldId>> inputs, CancellationToken cancellationToken)
    {
        var ids = inputs.Select(input => input.Id.GetValueOrDefault()).Distinct().ToList();
        var holds = await records.Of<LegalHold>(session.Db, session.Deed.Caller).AsTracking()
            .Where(hold => ids.Contains(hold.Id)).ToDictionaryAsync(hold => hold.Id, cancellationToken);
        return [.. inputs.Select(input => Lift(session, input.Input, holds.GetValueOrDefault(input.Id.GetValueOrDefault())))];
    }

    private static Outcome Lift(WriteSession session, LiftLegalHoldInput input, LegalHold? hold)
    {
        var faults = new Faults();
        var reason = Reason.Require(input.Reason, FieldPath.Input["reason"], faults, "is needed: say why.");
        if (faults.Any || reason is null)
            return Outcome.Refused(faults.Refusals);
        if (hold is null)
            return Outcome.Refused(RefusalCode.NotFound, "There is no such hold among your agency's own.", "hold");
        if (hold.Version != input.ExpectedVersion)
            return Outcome.VersionConflict("The hold has been lifted since it was read.", hold.Version, "expectedVersion");
        if (hold.LiftedAt is not null)
            return Outcome.Refused(RefusalCode.WrongStage, "The hold is lifted already.", "hold");

        hold.Lift(reason, session.Deed);
        return Outcome.Changed(hold.Id.Value);
    }
}
