using AgencyGraph.Feed;
using AgencyGraph.Visibility;

namespace AgencyGraph.Referrals;

/// <summary>What is announced of a referral.</summary>
internal static class Announcement
{
    public static FeedDraft Of(UpdateKind kind, Referral referral, IReadOnlyList<ChildId> children, DateTime occurredAt)
        => new(kind, RecordKind.Referral, referral.Id.Value, referral.Version, referral.FromCode, referral.ToCode, true, children, occurredAt);
}
