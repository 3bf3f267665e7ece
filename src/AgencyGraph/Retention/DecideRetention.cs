using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Retention;

/// <summary>
/// A controller decides on one of its own records at the end of its time. It is erased only where it is so still, where the caller sees the record itself, and
/// where no legal hold stands: all that is asked again while nobody else writes on the record or its children. The outcome names the review.
/// </summary>
internal sealed class DecideRetention(
    IVisibleRecords records, RecordsInSight inSight, IEnumerable<IKeptRecords> kept, RetentionSchedule schedule, DueRecords due, Erasure erasure)
    : IUseCase<Located<DecideRetentionInput, RetentionReviewId>>
{
    public string Operation => "decideRetention";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<Located<DecideRetentionInput, RetentionReviewId>> inputs, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        foreach (var input in inputs)
            outcomes.Add(await DecideAsync(session, input, cancellationToken));
        return outcomes;
    }

    private async Task<Outcome> DecideAsync(
        WriteSession session, Located<DecideRetentionInput, RetentionReviewId> input, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        if (CheckedDecision.Read(input.Input, session.Deed.At, faults) is not { } decision)
            return Outcome.Refused(faults.Refusals);

        var id = input.Id.GetValueOrDefault();
        var review = await records.Of<RetentionReview>(session.Db, session.Deed.Caller).AsTracking()
            .SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
        if (review is null)
            return Outcome.Refused(RefusalCode.NotFound, "There is no such review among your agency's own.", "review");
        if (review.Version != input.Input.ExpectedVersion)
            return Outcome.VersionConflict("The review has been decided since it was read.", review.Version, "expectedVersion");
        if (review.Verdict is not null)
            return Outcome.Refused(RefusalCode.WrongStage, "The review is decided already.", "review");
        if (decision.Verdict == RetentionVerdict.Erase && await EraseAsync(session, review, decision, cancellationToken) is { } refusal)
            return refusal;

        if (decision.Verdict == RetentionVerdict.Keep)
            review.Decide(decision.Verdict, decision.KeepUntil, decision.Reason, session.Deed);
        return Outcome.Changed(review.Id.Value);
    }

    /// <returns>The refusal; null when it is erased.</returns>
    private async Task<Outcome?> EraseAsync(WriteSession session, RetentionReview review, CheckedDecision decision, CancellationToken cancellationToken)
    {
        var feature = kept.Single(each => each.Kind == review.RecordKind);
        if (await HeldFastAsync(session, feature, review, cancellationToken) is not { } record)
            return Outcome.Refused(RefusalCode.NotFound, "There is no such record any more.", "review");
        if (await inSight.ChildrenOfAsync(session, record.Kind, record.Id, cancellationToken) is null)
            return Outcome.Refused(RefusalCode.NotFound, "There is no such review among your agency's own.", "review");
        if (schedule.Of(record.Kind, record.Controller) is not { } period
            || (await due.AmongAsync(session.Db, [record], period, session.Deed.At, cancellationToken)).Count == 0)
            return Outcome.Refused(RefusalCode.WrongStage,
                "The record has not come to the end of its time any more: something was written of the child since, or another period holds. Keep it.", "review");
        if (await StandingHolds.HoldAsync(session.Db, record, cancellationToken))
            return Outcome.Refused(RefusalCode.UnderLegalHold, "A legal hold stands on the record, or on a child whom it is about.", "review");

        review.Decide(decision.Verdict, null, decision.Reason, session.Deed);
        await erasure.EraseAsync(session, record, review.Id, cancellationToken);
        return null;
    }

    /// <summary>
    /// The record, on which and on whose children nobody else writes until the end of the transaction. The children first, as by everybody who
    /// writes on them.
    /// </summary>
    private static async Task<KeptRecord?> HeldFastAsync(WriteSession session, IKeptRecords feature, RetentionReview review, CancellationToken cancellationToken)
    {
        if (await feature.FindAsync(session.Db, [review.RecordId], cancellationToken) is not [var found])
            return null;
        _ = await LiveTies.ReadAsync(session.Db, found.Children, cancellationToken);
        await feature.LockAsync(session.Db, [found.Id], cancellationToken);
        // Where it speaks of others since, they are not held fast: who decides looks at it again.
        return await feature.FindAsync(session.Db, [found.Id], cancellationToken) is [var now] && !now.Children.Except(found.Children).Any() ? now : null;
    }
}
