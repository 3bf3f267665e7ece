using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>A fact that a use case announces, before it has its place in the feed. It names records and labels, never people.</summary>
/// <param name="RecordVersion">The record's version after the fact.</param>
/// <param name="OccurredAt">When what it is about happened: an incident, by the force's account; a referral, when it was written; else the deed.</param>
public sealed record FeedDraft(
    UpdateKind Kind,
    RecordKind RecordKind,
    Guid RecordId,
    int RecordVersion,
    AgencyCode Originator,
    AgencyCode? Council,
    bool IsShared,
    IReadOnlyList<ChildId> Children,
    DateTime OccurredAt)
{
    /// <summary>Who saw the record before and after; null where the fact makes it nobody else's to see.</summary>
    public SightChange? Change { get; init; }
}
