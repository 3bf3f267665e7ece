using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Referrals;

/// <summary>The graph type <c>ReferralDecision</c>, on the referral's own row.</summary>
public sealed class ReferralDecisionGraph : ValueGraph<Referral>
{
    public ReferralDecisionGraph() : base("ReferralDecision", "What the council decided on a referral.")
    {
        Optional("outcome", referral => referral.Outcome, Detail.ReferralOutcome, "What it decided.");
        Optional("decidedAt", referral => referral.DecidedAt, Detail.ReferralOutcome, "When it decided.");
        FreeText("rationale", referral => referral.DecisionRationale, Detail.ReferralOutcome, "Why.");
    }
}
