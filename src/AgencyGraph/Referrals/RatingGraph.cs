using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Referrals;

/// <summary>The graph type <c>Rating</c>, on the referral's own row.</summary>
public sealed class RatingGraph : ValueGraph<Referral>
{
    public RatingGraph() : base("Rating", "The hub's priority of a referral.")
    {
        Optional("risk", referral => referral.Rating, Detail.ReferralSummary, "The rating.");
        Optional("ratedAt", referral => referral.RatedAt, Detail.ReferralSummary, "When it was rated.");
        FreeText("rationale", referral => referral.RatingRationale, Detail.ReferralReason, "Why.");
    }
}
