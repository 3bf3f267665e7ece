using AgencyGraph.Timeliness;

namespace AgencyGraph.Referrals;

/// <summary>That a deadline is on a referral.</summary>
public sealed class ReferralDeadline
{
    public required ReferralId ReferralId { get; init; }

    public Referral? Referral { get; init; }

    public required DeadlineId DeadlineId { get; init; }

    public Deadline? Deadline { get; init; }
}
