using System.ComponentModel;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Referrals;

/// <summary>A council's acknowledgement of a referral, as it comes in.</summary>
[Description("The receiving council tells the referrer that it has the referral.")]
public sealed record AcknowledgeReferralInput : IReferralStep
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The referral's id.")]
    public required string Referral { get; init; }

    [Description("The version of the referral that was read.")]
    public required int ExpectedVersion { get; init; }
}
