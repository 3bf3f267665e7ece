using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Feed;
using AgencyGraph.Timeliness;

namespace AgencyGraph.Referrals;

/// <summary>The receiving council decides a rated referral; the decision is final.</summary>
public sealed class DecideReferral(IVisibleRecords records, DeadlineBook deadlines) : CouncilStep<DecideReferralInput>(records, deadlines)
{
    public override string Operation => "decideReferral";

    protected override UpdateKind Update => UpdateKind.ReferralDecided;

    protected override Action<Referral, DateTime>? Read(DecideReferralInput input, Faults faults)
    {
        var outcome = Codes.Of<ReferralOutcome>(input.Outcome, FieldPath.Input["outcome"], faults);
        var rationale = Rationale.Require(input.Rationale, FieldPath.Input["rationale"], faults, NeedsRationale);
        return (referral, at) =>
        {
            referral.Outcome = outcome;
            referral.DecisionRationale = rationale;
            referral.DecidedAt = at;
            referral.Stage = ReferralStage.Decided;
        };
    }

    protected override string? FaultOf(ReferralStage stage) => stage switch
    {
        ReferralStage.Screening => null,
        ReferralStage.Decided => "The referral is decided already.",
        _ => "The referral is not rated yet; acknowledge and rate it first.",
    };
}
