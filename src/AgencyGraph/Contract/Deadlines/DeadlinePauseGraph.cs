using AgencyGraph.Contract.Declarations;
using AgencyGraph.Timeliness;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Deadlines;

/// <summary>The graph type <c>DeadlinePause</c>.</summary>
public sealed class DeadlinePauseGraph : PartGraph<DeadlinePause, Deadline>
{
    public DeadlinePauseGraph() : base("DeadlinePause", "That a deadline stood still for a time, and why.", pause => pause.Deadline)
    {
        Field("pausedAt", pause => pause.PausedAt, Detail.Deadline, "From when.");
        Field("reason", pause => pause.Reason, Detail.Deadline, "Why.");
        Optional("resumedAt", pause => pause.ResumedAt, Detail.Deadline, "Until when; null while it stands still.");
    }

    public static Listing Listing { get; } = new(
        "DeadlinePause",
        [new ListOrder("FIRST_FIRST", "In the order in which they were.", Detail.Deadline, [OrderKey.Ascending((DeadlinePause pause) => pause.PausedAt)])]);
}
