using AgencyGraph.Agencies;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Timeliness.Clocks;
using AgencyGraph.Timeliness.Days;
using AgencyGraph.Visibility;

namespace AgencyGraph.Timeliness;

/// <summary>
/// The clocks that run on some records, read once for a whole batch. Whoever records a fact starts, pauses and stops them here, in the fact's own
/// transaction, and announces <see cref="Told"/> with it: what a clock had come to before the fact is told although nobody had looked yet.
/// </summary>
public sealed class RunningClocks
{
    private readonly AgencyDb db;
    private readonly ClockCatalogue catalogue;
    private readonly ClockTimes times;
    private readonly Dictionary<(Guid Record, string Clock), Deadline> running;
    private readonly List<FeedDraft> told = [];

    internal RunningClocks(AgencyDb db, ClockCatalogue catalogue, ClockTimes times, IEnumerable<Deadline> running)
    {
        (this.db, this.catalogue, this.times) = (db, catalogue, times);
        this.running = running.ToDictionary(deadline => (deadline.RecordId, deadline.ClockCode));
    }

    /// <summary>To be announced in the same transaction.</summary>
    public IReadOnlyList<FeedDraft> Told => told;

    public bool IsRunning(Guid record, string clock) => running.ContainsKey((record, clock));

    /// <summary>Starts a clock by the edition that holds on the day of its start: the council's own, else everybody's.</summary>
    /// <param name="of">The record, as it is seen.</param>
    /// <param name="clock">Its code.</param>
    /// <param name="actor">Who must act.</param>
    /// <param name="startedAt">When what starts it happened; it may lie in the past.</param>
    /// <param name="countedFrom">Of a clock that counts back, what it is for; else null.</param>
    /// <returns>Null where no edition holds, or the clock runs already.</returns>
    public Deadline? Start(DeadlineOf of, string clock, AgencyCode actor, DateTime startedAt, DateTime? countedFrom = null)
    {
        ArgumentNullException.ThrowIfNull(of);
        if (IsRunning(of.Id, clock) || catalogue.Find(clock, of.Council, EnglishTime.DayOf(startedAt)) is not { } edition)
            return null;

        var deadline = new Deadline
        {
            Id = DeadlineId.New(),
            RecordKind = of.Kind,
            RecordId = of.Id,
            ClockKey = edition.Key,
            ClockCode = edition.Code,
            ActorCode = actor,
            OriginatorCode = of.Originator,
            CouncilCode = of.Council,
            IsShared = of.IsShared,
            StartedAt = startedAt,
            CountedFrom = countedFrom ?? startedAt,
        };
        deadline.Promise(times.Of(edition, deadline.CountedFrom));
        db.NewRows.Add(deadline);
        db.NewRows.AddRange(of.Children.Select(child => new DeadlineChild { DeadlineId = deadline.Id, ChildId = child }));
        return deadline;
    }

    /// <summary>Stops a clock that was running when these were read.</summary>
    /// <returns>False where it was not.</returns>
    public bool Stop(Guid record, string clock, DeadlineEnd end, DateTime at)
    {
        if (!running.Remove((record, clock), out var deadline))
            return false;
        Catch(deadline, at);
        deadline.Stop(end, at);
        return true;
    }

    /// <summary>Lets a clock stand still, for one of the reasons for which it may.</summary>
    public PauseOutcome Pause(Guid record, string clock, PauseReason reason, Deed deed)
    {
        ArgumentNullException.ThrowIfNull(deed);
        if (!running.TryGetValue((record, clock), out var deadline))
            return PauseOutcome.NotRunning;
        var edition = catalogue[deadline.ClockKey];
        if (!edition.Pauses.Split(' ').Contains(EnumNames.NameOf(reason)))
            return PauseOutcome.NotForThisReason;
        if (deadline.PausedAt is not null)
            return PauseOutcome.AlreadySo;
        Catch(deadline, deed.At);
        if (deadline.State == DeadlineState.Red)
            return PauseOutcome.Missed;

        deadline.Pause(reason, deadline.DueAt is { } due ? times.Left(edition, deed.At, due) : null, deed.At);
        db.NewRows.Add(new DeadlinePause { DeadlineId = deadline.Id, PausedAt = deed.At, Reason = reason, By = deed.Caller.WorkerHolder });
        return PauseOutcome.Done;
    }

    /// <summary>Lets a clock go on that stands still: it is due as much later as it has stood.</summary>
    public PauseOutcome Resume(Guid record, string clock, DateTime at)
    {
        if (!running.TryGetValue((record, clock), out var deadline))
            return PauseOutcome.NotRunning;
        if (deadline.PausedAt is null)
            return PauseOutcome.AlreadySo;

        var edition = catalogue[deadline.ClockKey];
        foreach (var pause in deadline.Pauses.Where(pause => pause.ResumedAt is null))
            pause.ResumedAt = at;
        deadline.Resume(deadline.Left is { } left ? times.Resumed(edition, at, left) : times.Of(edition, deadline.CountedFrom));
        return PauseOutcome.Done;
    }

    private void Catch(Deadline deadline, DateTime at)
    {
        if (deadline.DueAt is { } due && deadline.Cross(at, times.EscalationsOf(catalogue[deadline.ClockKey], due)) is { } kind)
            told.Add(Announcement.Of(kind, deadline));
    }
}
