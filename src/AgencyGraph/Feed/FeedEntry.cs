using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>One fact in the feed: ids and routing labels as they were when it happened, and no personal data.</summary>
public sealed class FeedEntry
{
    /// <summary>Dense and in commit order, from 1. It never leaves the exchange: gaps would tell of hidden traffic.</summary>
    public required long Position { get; init; }

    /// <summary>Names the event to clients, who know a repeated delivery by it; version 7.</summary>
    public required Guid EventId { get; init; }

    public required UpdateKind Kind { get; init; }

    public required RecordKind RecordKind { get; init; }

    public required Guid RecordId { get; init; }

    public required int RecordVersion { get; init; }

    public required AgencyCode Originator { get; init; }

    /// <summary>The council whom the record concerns; null when there is none.</summary>
    public AgencyCode? Council { get; init; }

    public required bool IsShared { get; init; }

    public required IReadOnlyList<ChildId> Children { get; init; }

    public required DateTime OccurredAt { get; init; }

    /// <summary>When the exchange recorded the fact.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Who saw the record before and after the fact; null where the fact made it nobody else's to see.</summary>
    public SightChange? Change { get; init; }

    /// <summary>
    /// The labels as the row rules ask for them. Where an entry does not carry one it is as it would let most people see the record: whoever
    /// renders the entry reads the record and has the last word.
    /// </summary>
    public RecordFacts Facts => new(Originator, Council, IsShared, Children)
    {
        NoticeAt = (Change?.After ?? Change?.Before)?.Facts.NoticeAt ?? RecordedAt,
        Worker = (Change?.After ?? Change?.Before)?.Facts.Worker,
    };

    internal static FeedEntry From(FeedDraft draft, long position, DateTime recordedAt) => new()
    {
        Position = position,
        EventId = Guid.CreateVersion7(),
        Kind = draft.Kind,
        RecordKind = draft.RecordKind,
        RecordId = draft.RecordId,
        RecordVersion = draft.RecordVersion,
        Originator = draft.Originator,
        Council = draft.Council,
        IsShared = draft.IsShared,
        Children = draft.Children,
        OccurredAt = draft.OccurredAt,
        RecordedAt = recordedAt,
        Change = draft.Change,
    };
}
