using AgencyGraph.Children;
using AgencyGraph.Visibility;

namespace AgencyGraph.Referrals;

/// <summary>That a child is in a referral.</summary>
public sealed class ReferredChild
{
    public required ReferralId ReferralId { get; init; }

    public Referral? Referral { get; init; }

    public required ChildId ChildId { get; init; }

    public Child? Child { get; init; }
}
