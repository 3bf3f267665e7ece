using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Feed;
using AgencyGraph.Timeliness;

namespace AgencyGraph.Referrals;

/// <summary>
/// The receiving council's hub rates an acknowledged referral: it has come to SCREENING. Until it is decided it may be rated anew.
/// </summary>
public sealed class RateReferral(IVisibleRecords records, DeadlineBook deadlines) : CouncilStep<RateReferralInput>(records, deadlines)
{
    public override string Operation => "rateReferral";

    protected override UpdateKind Update => UpdateKind.ReferralRated;

    protected override Action<Referral, DateTime>? Read(RateReferralInput input, Faults faults)
    {
        var rating = Codes.Of<RiskRating>(input.Rating, FieldPath.Input["rating"], faults);
        var rationale = Rationale.Require(input.Rationale, FieldPath.Input["rationale"], faults, NeedsRationale);
        return (referral, at) =>
        {
            referral.Rating = rating;
            referral.RatingRationale = rationale;
            referral.RatedAt = at;
            referral.Stage = ReferralStage.Screening;
        };
    }

    protected override string? FaultOf(ReferralStage stage) => stage switch
    {
        ReferralStage.Initial or ReferralStage.Screening => null,
        ReferralStage.Contact => "The referral is not acknowledged yet; acknowledge it first.",
        _ => "The referral is decided.",
    };
}
