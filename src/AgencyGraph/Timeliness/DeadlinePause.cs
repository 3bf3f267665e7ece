using AgencyGraph.Timeliness.Clocks;

namespace AgencyGraph.Timeliness;

/// <summary>That a deadline stood still for a time, why, and by whom.</summary>
public sealed class DeadlinePause
{
    public required DeadlineId DeadlineId { get; init; }

    public Deadline? Deadline { get; init; }

    public required DateTime PausedAt { get; init; }

    public required PauseReason Reason { get; init; }

    /// <summary>Who paused it, as the holder of a relationship: agency and subject of the sign-in.</summary>
    public required string By { get; init; }

    /// <summary>Null while it stands still.</summary>
    public DateTime? ResumedAt { get; set; }
}
