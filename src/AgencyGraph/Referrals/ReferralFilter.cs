using System.ComponentModel;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Referrals;

/// <summary>Narrows a list of referrals; what is given must all hold.</summary>
public sealed record ReferralFilter
{
    [Description("Only those at these stages.")]
    public IReadOnlyList<ReferralStage>? Stages { get; init; }

    [Description("Only those with these ratings.")]
    public IReadOnlyList<RiskRating>? Ratings { get; init; }

    internal static IEnumerable<FilterCondition> Conditions(ReferralFilter filter)
    {
        if (filter.Stages is { } stages)
            yield return FilterCondition.Of<Referral>(Detail.ReferralOutcome, referral => stages.Contains(referral.Stage));
        if (filter.Ratings is { } ratings)
            yield return FilterCondition.Of<Referral>(Detail.ReferralSummary, referral => referral.Rating != null && ratings.Contains(referral.Rating.Value));
    }
}
