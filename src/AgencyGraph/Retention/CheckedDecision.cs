using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Retention;

/// <summary>A decision on a record at the end of its time, every value checked.</summary>
internal sealed record CheckedDecision(RetentionVerdict Verdict, DateOnly? KeepUntil, string Reason)
{
    private static readonly TextRule ReasonRule = new(RetentionReview.ReasonMaxLength, AllowsLines: true);

    /// <returns>Null when there is a fault.</returns>
    public static CheckedDecision? Read(DecideRetentionInput input, DateTime at, Faults faults)
    {
        var path = FieldPath.Input;
        var verdict = Codes.Of<RetentionVerdict>(input.Verdict, path["verdict"], faults);
        var reason = ReasonRule.Require(input.Reason, path["reason"], faults, "is needed: say why.");
        var until = string.IsNullOrWhiteSpace(input.KeepUntil) ? null : Moments.Date(input.KeepUntil, path["keepUntil"], faults);
        if (verdict == RetentionVerdict.Keep && string.IsNullOrWhiteSpace(input.KeepUntil))
            faults.Add(path["keepUntil"], "is needed: say until when it is kept.");
        if (verdict == RetentionVerdict.Erase && !string.IsNullOrWhiteSpace(input.KeepUntil))
            faults.Add(path["keepUntil"], "belongs to KEEP; leave it out, or keep the record.");
        if (until <= Moments.LondonDate(at))
            faults.Add(path["keepUntil"], "is not after today; give a later day.");
        return faults.Any || verdict is null || reason is null ? null : new CheckedDecision(verdict.Value, until, reason);
    }
}
