namespace AgencyGraph.Timeliness.Days;

/// <summary>
/// Counts working days: Monday to Friday but for the bank holidays of England and Wales. Where a day is needed of which nothing is known, there is no
/// answer: null.
/// </summary>
public sealed class WorkingDays(BankHolidays holidays)
{
    /// <summary>Null where it is not known.</summary>
    public bool? IsWorkingDay(DateOnly day)
        => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? holidays.IsKnown(day) ? false : null : !holidays.IsHoliday(day);

    /// <summary>The day that is so many working days after another: working day N. Of none, that day itself or the next that is one.</summary>
    public DateOnly? After(DateOnly start, int count, DayConvention convention = DayConvention.StartDayIsZero)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var left = convention == DayConvention.StartDayIsOne && IsWorkingDay(start) == true && count > 0 ? count - 1 : count;
        // Of none, the day itself counts if it is one.
        return Walk(left == 0 ? start.AddDays(-1) : start, Math.Max(left, 1), 1);
    }

    /// <summary>The working day that is so many before another day: the last on which there are still as many between.</summary>
    public DateOnly? Before(DateOnly end, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return Walk(end, count, -1);
    }

    /// <summary>How many working days come after the first day, up to and with the last; none where the last is not later.</summary>
    public int? Between(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
        {
            if (IsWorkingDay(day) is not { } isOne)
                return null;
            count += isOne ? 1 : 0;
        }

        return count;
    }

    private DateOnly? Walk(DateOnly from, int count, int step)
    {
        for (var day = from.AddDays(step); ; day = day.AddDays(step))
        {
            if (IsWorkingDay(day) is not { } isOne)
                return null;
            if (isOne && --count == 0)
                return day;
        }
    }
}
