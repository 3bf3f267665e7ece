using AgencyGraph.Feed;

namespace AgencyGraph.Timeliness;

/// <summary>What is announced of a deadline, to whoever sees the record.</summary>
internal static class Announcement
{
    /// <param name="deadline">With its children.</param>
    public static FeedDraft Of(UpdateKind kind, Deadline deadline) => new(
        kind, Deadline.Kind, deadline.Id.Value, deadline.Version, deadline.OriginatorCode, deadline.CouncilCode, deadline.IsShared,
        [.. deadline.Children.Select(child => child.ChildId)], OccurredAt(kind, deadline));

    /// <summary>When it crossed, whenever somebody looked.</summary>
    private static DateTime OccurredAt(UpdateKind kind, Deadline deadline) => (kind switch
    {
        UpdateKind.DeadlineAtRisk => deadline.AmberAt,
        UpdateKind.DeadlineMissed => deadline.DueAt?.AddMilliseconds(1),
        _ => deadline.EscalatedAt,
    }) ?? deadline.StartedAt;
}
