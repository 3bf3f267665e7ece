using System.ComponentModel;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Referrals;

/// <summary>A council's decision on a referral, as it comes in.</summary>
[Description("The receiving council's decision on a referral; it is final.")]
public sealed record DecideReferralInput : IReferralStep
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The referral's id.")]
    public required string Referral { get; init; }

    [Description("The version of the referral that was read.")]
    public required int ExpectedVersion { get; init; }

    [Description("NO_FURTHER_ACTION, ADVICE, EARLY_HELP, ASSESSMENT, STRATEGY_DISCUSSION or EXISTING_CASE.")]
    public required string Outcome { get; init; }

    [Description("Why it is decided so, 1 to 2,000 characters.")]
    public required string Rationale { get; init; }
}
