using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Timeliness;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Deadlines;

/// <summary>The graph type <c>Deadline</c>. Each feature adds the edge to its own record.</summary>
public sealed class DeadlineGraph : RecordGraph<Deadline>
{
    public const char Tag = 't';

    public DeadlineGraph() : base("Deadline", "That an agency is to do something on a record by some time. Whoever may not see the record sees none of its deadlines.")
    {
        Id(Tag, deadline => deadline.Id);
        Field("version", deadline => deadline.Version, Detail.Open, "Rises by one with each change.");
        Field("kind", deadline => deadline.RecordKind, Detail.Deadline, "On what kind of record it is.");
        Object("clock", deadline => deadline.Clock, typeof(ClockGraph), Detail.Deadline, "What is to be done within which limit, and what says so.");
        Object("toActBy", deadline => deadline.Actor, typeof(AgencyBodyGraph), Detail.Deadline, "The agency that must act.");
        Field("startedAt", deadline => deadline.StartedAt, Detail.Deadline, "When what starts it happened.");
        Optional(
            "dueAt", deadline => deadline.DueAt, Detail.Deadline,
            "The last instant that is still in time: of a clock that counts days, the end of the last day in England. Null while it is paused, and where `dueUnknown` says why.");
        Optional("dueUnknown", deadline => deadline.DueUnknown, Detail.Deadline, "Why no due date is promised; null where one is.");
        Optional("amberAt", deadline => deadline.AmberAt, Detail.Deadline, "From when on it is at risk; null where no due date is known.");
        Field(
            "state", deadline => deadline.State, Detail.Deadline,
            "How it stands; of one that is stopped, how it stood then. The exchange looks every few seconds, and this changes together with the update that tells of it.");
        Optional("escalatedTo", deadline => deadline.Escalation, Detail.Deadline, "To whom it is escalated; null while to nobody.");
        Optional("escalatedAt", deadline => deadline.EscalatedAt, Detail.Deadline, "Since when; null while to nobody.");
        Optional("pausedAt", deadline => deadline.PausedAt, Detail.Deadline, "Since when it stands still; null while it runs.");
        Optional("pauseReason", deadline => deadline.PauseReason, Detail.Deadline, "Why it stands still; null while it runs.");
        Many("pauses", deadline => deadline.Id, Link.Own((DeadlinePause pause) => pause.DeadlineId), typeof(DeadlinePauseGraph), DeadlinePauseGraph.Listing, Detail.Deadline, "Each time that it stood still, and why.");
        Optional("stoppedAt", deadline => deadline.StoppedAt, Detail.Deadline, "When it was stopped; null until then.");
        Optional("end", deadline => deadline.End, Detail.Deadline, "How it came to its end; null until then.");
    }

    public static Listing Listing { get; } = new(
        "Deadline",
        [
            new ListOrder(
                "DUE_FIRST", "By when they are due, the most urgent first; those without a due date last.", Detail.Deadline,
                [OrderKey.Ascending((Deadline deadline) => deadline.OrderedAt), OrderKey.Ascending((Deadline deadline) => deadline.Id)]),
            new ListOrder(
                "STARTED_LAST", "By when they were started, latest first.", Detail.Deadline,
                [OrderKey.Descending((Deadline deadline) => deadline.StartedAt), OrderKey.Descending((Deadline deadline) => deadline.Id)]),
        ],
        ListFilter.Of<DeadlineFilter>(DeadlineFilter.Conditions));

    /// <summary>Of one record: in the order in which they began.</summary>
    public static Listing OfRecord { get; } = new(
        "DeadlineOfRecord",
        [
            new ListOrder(
                "STARTED_FIRST", "By when they were started.", Detail.Deadline,
                [OrderKey.Ascending((Deadline deadline) => deadline.Id)]),
        ]);
}
