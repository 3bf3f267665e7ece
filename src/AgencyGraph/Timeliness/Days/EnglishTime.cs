namespace AgencyGraph.Timeliness.Days;

/// <summary>Days as they are in England: their first and last instants, whatever summer time does to their length.</summary>
public static class EnglishTime
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The day in England on which an instant falls.</summary>
    public static DateOnly DayOf(DateTime instant) => DateOnly.FromDateTime(LocalOf(instant));

    public static DateTime StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>The last millisecond of a day: what is done then is done on that day.</summary>
    public static DateTime EndOf(DateOnly day) => StartOf(day.AddDays(1)).AddMilliseconds(-1);

    /// <summary>The instant at which clocks in England show this. Of a time that summer time skips or repeats, that of winter time.</summary>
    public static DateTime At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return DateTime.SpecifyKind(local - (London.IsInvalidTime(local) ? TimeSpan.Zero : London.GetUtcOffset(local)), DateTimeKind.Utc);
    }

    internal static DateTime LocalOf(DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(instant, London);
}
