using AgencyGraph.Agencies;
using AgencyGraph.Feed;
using AgencyGraph.Timeliness.Clocks;
using AgencyGraph.Visibility;

namespace AgencyGraph.Timeliness;

/// <summary>
/// That an agency is to do something on a record by some time. It is seen by the rules of the record, and so has the record's labels.
/// </summary>
public sealed class Deadline : IGoverned<Deadline>
{
    private static readonly DateTime Never = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public required DeadlineId Id { get; init; }

    /// <summary>1 as started; each change adds one.</summary>
    public int Version { get; private set; } = 1;

    public required RecordKind RecordKind { get; init; }

    /// <summary>The record, by the value of its id.</summary>
    public required Guid RecordId { get; init; }

    public required ClockKey ClockKey { get; init; }

    public Clock? Clock { get; init; }

    /// <summary>The clock whatever its edition.</summary>
    public required string ClockCode { get; init; }

    /// <summary>Who must act.</summary>
    public required AgencyCode ActorCode { get; init; }

    public Agency? Actor { get; init; }

    /// <summary>Who wrote the record.</summary>
    public required AgencyCode OriginatorCode { get; init; }

    public AgencyCode? CouncilCode { get; init; }

    public required bool IsShared { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>What the limit is counted from: the start, or what the clock counts back from.</summary>
    public required DateTime CountedFrom { get; init; }

    /// <summary>The last instant in time; null while that is not known, or the deadline is paused.</summary>
    public DateTime? DueAt { get; private set; }

    public DateTime? AmberAt { get; private set; }

    /// <summary>Where it stands among others: its due date; after all of them where none is promised.</summary>
    public DateTime OrderedAt { get; private set; } = Never;

    /// <summary>Why no due date is promised; null where one is.</summary>
    public DueUnknown? DueUnknown { get; private set; }

    /// <summary>As the last crossing left it.</summary>
    public DeadlineState State { get; private set; }

    /// <summary>To whom it is escalated; null while to nobody.</summary>
    public EscalationLevel? Escalation { get; private set; }

    public DateTime? EscalatedAt { get; private set; }

    /// <summary>The first instant at which something of it changes by itself; null where nothing does.</summary>
    public DateTime? NextCrossingAt { get; private set; }

    public DateTime? PausedAt { get; private set; }

    public PauseReason? PauseReason { get; private set; }

    /// <summary>How much was left when it was paused: days, or milliseconds, by the clock's unit; null while it runs.</summary>
    public long? Left { get; private set; }

    public DateTime? StoppedAt { get; private set; }

    public DeadlineEnd? End { get; private set; }

    public ICollection<DeadlineChild> Children { get; } = [];

    public ICollection<DeadlinePause> Pauses { get; } = [];

    public static RecordKind Kind => RecordKind.Deadline;

    public static RecordLabels<Deadline> Labels { get; } = new(
        Originator: deadline => deadline.OriginatorCode,
        Council: deadline => deadline.CouncilCode,
        IsShared: deadline => deadline.IsShared,
        Children: deadline => deadline.Children.Select(child => child.ChildId))
    {
        Restriction = deadline => deadline.RecordId,
    };

    /// <summary>Says when it is due; of one that already was, what was told stays told.</summary>
    internal void Promise(Due due)
    {
        (DueAt, AmberAt, DueUnknown) = (due.At, due.AmberAt, due.Unknown);
        OrderedAt = due.At ?? Never;
        NextCrossingAt = State == DeadlineState.Green ? due.AmberAt : due.At?.AddMilliseconds(1);
    }

    /// <summary>The same for one whose due date was not known.</summary>
    internal void PromiseLate(Due due)
    {
        Promise(due);
        Version++;
    }

    /// <summary>Changes what has changed by itself up to an instant.</summary>
    /// <returns>What is to be told; null for nothing.</returns>
    internal UpdateKind? Cross(DateTime at, IReadOnlyList<Escalation> escalations)
    {
        if (StoppedAt is not null || DueAt is not { } due || !(NextCrossingAt <= at))
            return null;

        var (state, level) = (State, Escalation);
        State = at > due ? DeadlineState.Red : at >= AmberAt ? DeadlineState.Amber : State;
        foreach (var step in escalations.Where(step => step.At <= at && !(step.Level <= Escalation)))
            (Escalation, EscalatedAt) = (step.Level, step.At);
        NextCrossingAt = State != DeadlineState.Red ? due.AddMilliseconds(1) : escalations.Where(step => step.At > at).Select(step => (DateTime?)step.At).FirstOrDefault();
        Version++;
        return State != state ? State == DeadlineState.Red ? UpdateKind.DeadlineMissed : UpdateKind.DeadlineAtRisk
            : Escalation != level ? UpdateKind.DeadlineEscalated
            : null;
    }

    /// <summary>Stands still. To be called when all that changed by itself up to then is done.</summary>
    /// <param name="left">How much is left; null where no due date was known.</param>
    internal void Pause(PauseReason reason, long? left, DateTime at)
    {
        (PausedAt, PauseReason, Left) = (at, reason, left);
        (DueAt, AmberAt, NextCrossingAt, OrderedAt) = (null, null, null, Never);
        Version++;
    }

    internal void Resume(Due due)
    {
        (PausedAt, PauseReason, Left) = (null, null, null);
        Promise(due);
        Version++;
    }

    /// <summary>Comes to its end. To be called when all that changed by itself up to then is done.</summary>
    internal void Stop(DeadlineEnd end, DateTime at)
    {
        (StoppedAt, End, NextCrossingAt) = (at, end, null);
        Version++;
    }
}
