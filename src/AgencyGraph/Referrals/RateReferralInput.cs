using System.ComponentModel;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Referrals;

/// <summary>The hub's rating of a referral, as it comes in.</summary>
[Description("The receiving council's rating of a referral.")]
public sealed record RateReferralInput : IReferralStep
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The referral's id.")]
    public required string Referral { get; init; }

    [Description("The version of the referral that was read.")]
    public required int ExpectedVersion { get; init; }

    [Description("BLUE, GREEN, AMBER or RED.")]
    public required string Rating { get; init; }

    [Description("Why it is rated so, 1 to 2,000 characters.")]
    public required string Rationale { get; init; }
}
