using AgencyGraph.Timeliness.Clocks;
using AgencyGraph.Timeliness.Days;

namespace AgencyGraph.Timeliness;

/// <summary>From a clock and an instant to when it is due. Pure: it knows no time but what it is given.</summary>
public sealed class ClockTimes(WorkingDays days, ClockCatalogue catalogue)
{
    private const int DaysAMonth = 30;

    /// <param name="countedFrom">What starts the clock, or for a clock that counts back, what it is for.</param>
    public Due Of(Clock clock, DateTime countedFrom)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (clock.Limit is not { } limit)
            return Due.NotKnown(DueUnknown.NoLimit);
        if (clock.Unit == ClockUnit.SchoolDays)
            return Due.NotKnown(DueUnknown.SchoolDaysUnknown);
        return Known(clock, clock.Direction == ClockDirection.BeforeEvent ? Back(clock, countedFrom, limit) : On(clock, countedFrom, limit));
    }

    /// <summary>How much of the clock was left: days, or milliseconds, by its unit; null where it is not known.</summary>
    public long? Left(Clock clock, DateTime at, DateTime dueAt)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return clock.Unit switch
        {
            ClockUnit.WorkingDays => days.Between(EnglishTime.DayOf(at), EnglishTime.DayOf(dueAt)),
            ClockUnit.CalendarDays or ClockUnit.Months => EnglishTime.DayOf(dueAt).DayNumber - EnglishTime.DayOf(at).DayNumber,
            ClockUnit.HubHours => (long?)HoursOf(clock).Between(at, dueAt, days)?.TotalMilliseconds,
            _ => (long)(dueAt - at).TotalMilliseconds,
        };
    }

    /// <summary>When a clock that was paused is due, with so much left (see <see cref="Left"/>).</summary>
    public Due Resumed(Clock clock, DateTime at, long left)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var day = EnglishTime.DayOf(at);
        return Known(clock, clock.Unit switch
        {
            ClockUnit.WorkingDays => EndOf(days.After(day, (int)left)),
            ClockUnit.CalendarDays or ClockUnit.Months => EnglishTime.EndOf(day.AddDays((int)left)),
            ClockUnit.HubHours => HoursOf(clock).After(at, TimeSpan.FromMilliseconds(left), days),
            _ => at.AddMilliseconds(left),
        });
    }

    /// <summary>When it is escalated, and to whom, in the order in which it comes; what lies beyond the days that are known is left out.</summary>
    public IReadOnlyList<Escalation> EscalationsOf(Clock clock, DateTime dueAt)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return
        [
            .. from step in catalogue.StepsOf(clock.Code)
               let at = clock.Unit == ClockUnit.Hours
                   ? dueAt.AddHours(step.After - clock.Limit.GetValueOrDefault())
                   : step.After == clock.Limit ? dueAt : EndOf(days.After(EnglishTime.DayOf(dueAt), step.After - clock.Limit.GetValueOrDefault()))
               where at is not null
               select new Escalation(step.Level, at.Value.AddMilliseconds(1)),
        ];
    }

    private Due Known(Clock clock, DateTime? dueAt)
        => dueAt is { } at && AmberOf(clock, at) is { } amber ? new Due(at, amber, null) : Due.NotKnown(DueUnknown.BankHolidaysUnknown);

    private DateTime? On(Clock clock, DateTime start, int limit)
    {
        var day = EnglishTime.DayOf(start);
        return clock.Unit switch
        {
            ClockUnit.WorkingDays => EndOf(days.After(day, limit, clock.Convention.GetValueOrDefault())),
            ClockUnit.CalendarDays => EnglishTime.EndOf(day.AddDays(limit)),
            ClockUnit.Months => EnglishTime.EndOf(day.AddMonths(limit)),
            ClockUnit.HubHours => HoursOf(clock).After(start, TimeSpan.FromHours(limit), days),
            _ => start.AddHours(limit),
        };
    }

    private DateTime? Back(Clock clock, DateTime end, int limit)
    {
        var day = EnglishTime.DayOf(end);
        return clock.Unit switch
        {
            ClockUnit.WorkingDays => EndOf(days.Before(day, limit)),
            ClockUnit.CalendarDays => EnglishTime.EndOf(day.AddDays(-limit)),
            ClockUnit.Months => EnglishTime.EndOf(day.AddMonths(-limit)),
            ClockUnit.HubHours => HoursOf(clock).Before(end, TimeSpan.FromHours(limit), days),
            _ => end.AddHours(-limit),
        };
    }

    /// <summary>From when on what is left is amber: whole days of a clock that counts days, so that none turns amber on a day on which nobody works.</summary>
    private DateTime? AmberOf(Clock clock, DateTime dueAt)
    {
        var limit = clock.Limit.GetValueOrDefault();
        var (day, share) = (EnglishTime.DayOf(dueAt), TimeSpan.FromHours(limit) * clock.AmberPercent / 100);
        return clock.Unit switch
        {
            ClockUnit.WorkingDays => AmberDays(limit) is > 1 and var some ? days.Before(day, some - 1) is { } first ? EnglishTime.StartOf(first) : null : EnglishTime.StartOf(day),
            ClockUnit.CalendarDays => EnglishTime.StartOf(day.AddDays(1 - AmberDays(limit))),
            ClockUnit.Months => EnglishTime.StartOf(day.AddDays(1 - AmberDays(limit * DaysAMonth))),
            ClockUnit.HubHours => HoursOf(clock).Before(dueAt, share, days),
            _ => dueAt - share,
        };

        int AmberDays(int all) => ((all * clock.AmberPercent) + 99) / 100;
    }

    private static HubHours HoursOf(Clock clock) => HubHours.Parse(clock.Hours ?? "")
        ?? throw new InvalidOperationException($"{clock.Key} counts hub hours and has none.");

    private static DateTime? EndOf(DateOnly? day) => day is { } known ? EnglishTime.EndOf(known) : null;
}
