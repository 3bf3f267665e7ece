using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Incidents;

/// <summary>A decision to withhold carries its reason; a decision to share carries none.</summary>
internal static class SharingRules
{
    private static readonly TextRule Reason = new(Incident.ReasonMaxLength, AllowsLines: true);

    /// <param name="from">The first day on which a review may be.</param>
    public static SharingDecision Read(SharingInput input, DateOnly? from, FieldPath at, Faults faults)
    {
        if (!input.Shared)
            return ReadWithholding(input.Reason, input.ReviewOn, from, at, faults);

        if (!string.IsNullOrWhiteSpace(input.Reason))
            faults.Add(at["reason"], "is a reason for withholding, but shared is true; set shared to false or leave the reason out.");
        if (!string.IsNullOrWhiteSpace(input.ReviewOn))
            faults.Add(at["reviewOn"], "belongs to withholding, but shared is true; set shared to false or leave it out.");
        return SharingDecision.Share;
    }

    public static SharingDecision ReadWithholding(string? reason, string? reviewOn, DateOnly? from, FieldPath at, Faults faults)
    {
        var why = Reason.Require(reason, at["reason"], faults, "is needed: say why the incident is not shared.");
        var review = string.IsNullOrWhiteSpace(reviewOn) ? null : Moments.Date(reviewOn, at["reviewOn"], faults);
        if (review < from)
            faults.Add(at["reviewOn"], "lies before the decision; give a later day.");
        return new SharingDecision(Sharing.Withheld, why, review);
    }
}
