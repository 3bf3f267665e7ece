namespace AgencyGraph.Referrals;

/// <summary>An input by which the receiving council takes a step on a referral.</summary>
public interface IReferralStep
{
    /// <summary>The version that was read.</summary>
    int ExpectedVersion { get; }
}
