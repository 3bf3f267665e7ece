using AgencyGraph.Storage;

namespace AgencyGraph.Referrals;

/// <summary>Names a referral.</summary>
public readonly record struct ReferralId(Guid Value) : IRecordId<ReferralId>
{
    public static ReferralId New() => new(Guid.CreateVersion7());

    public static ReferralId From(Guid value) => new(value);

    public int CompareTo(ReferralId other) => Value.CompareTo(other.Value);

    public static bool operator <(ReferralId left, ReferralId right) => left.CompareTo(right) < 0;

    public static bool operator >(ReferralId left, ReferralId right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReferralId left, ReferralId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReferralId left, ReferralId right) => left.CompareTo(right) >= 0;
}
