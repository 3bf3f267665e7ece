using System.Globalization;

namespace AgencyGraph.Timeliness.Days;

/// <summary>From when to when a hub works, on working days, by the clocks of England.</summary>
public sealed record HubHours(TimeOnly Opens, TimeOnly Closes)
{
    /// <summary>Reads <c>09:00-17:00</c>; null where it is no such hours.</summary>
    public static HubHours? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('-') is [var opens, var closes] && Time(opens) is { } from && Time(closes) is { } to && from < to ? new HubHours(from, to) : null;
    }

    /// <summary>When the hub has worked for so long since an instant; null where it is not known on which days it works.</summary>
    public DateTime? After(DateTime start, TimeSpan length, WorkingDays days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var (at, left) = (start, length);
        for (var day = EnglishTime.DayOf(start); ; day = day.AddDays(1))
        {
            if (On(day, days) is not { } hours)
                return null;
            at = at > hours.From ? at : hours.From;
            if (hours.To - at >= left && hours.To > at)
                return at + left;
            left -= hours.To > at ? hours.To - at : TimeSpan.Zero;
        }
    }

    /// <summary>The latest instant from which the hub works for so long until another.</summary>
    public DateTime? Before(DateTime end, TimeSpan length, WorkingDays days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var (at, left) = (end, length);
        for (var day = EnglishTime.DayOf(end); ; day = day.AddDays(-1))
        {
            if (On(day, days) is not { } hours)
                return null;
            at = at < hours.To ? at : hours.To;
            if (at - hours.From >= left && at > hours.From)
                return at - left;
            left -= at > hours.From ? at - hours.From : TimeSpan.Zero;
        }
    }

    /// <summary>For how long the hub works between two instants.</summary>
    public TimeSpan? Between(DateTime first, DateTime last, WorkingDays days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var sum = TimeSpan.Zero;
        for (var day = EnglishTime.DayOf(first); day <= EnglishTime.DayOf(last); day = day.AddDays(1))
        {
            if (On(day, days) is not { } hours)
                return null;
            var (from, to) = (hours.From > first ? hours.From : first, hours.To < last ? hours.To : last);
            sum += to > from ? to - from : TimeSpan.Zero;
        }

        return sum;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Opens:HH\\:mm}-{Closes:HH\\:mm}");

    /// <summary>No length on a day that is no working day; null where that is not known.</summary>
    private (DateTime From, DateTime To)? On(DateOnly day, WorkingDays days) => days.IsWorkingDay(day) switch
    {
        null => null,
        true => (EnglishTime.At(day, Opens), EnglishTime.At(day, Closes)),
        false => (EnglishTime.StartOf(day), EnglishTime.StartOf(day)),
    };

    private static TimeOnly? Time(string text)
        => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
