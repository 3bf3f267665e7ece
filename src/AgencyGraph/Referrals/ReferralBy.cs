using System.ComponentModel;
using AgencyGraph.Contract.Declarations;

namespace AgencyGraph.Referrals;

/// <summary>Finds one referral.</summary>
[OneOf]
public sealed record ReferralBy
{
    [Description("Its node id.")]
    public ReferralId? Id { get; init; }
}
