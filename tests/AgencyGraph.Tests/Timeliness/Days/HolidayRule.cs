namespace AgencyGraph.Tests.Timeliness.Days;

/// <summary>
/// The bank holidays of England and Wales by rule: the Banking and Financial Dealings Act 1971 with its substitutes, common law for Christmas Day and Good
/// Friday, Easter by the Gregorian computus, and what royal proclamations changed since 2019. It shares nothing with the list that is built in.
/// </summary>
internal static class HolidayRule
{
    private static readonly Dictionary<DateOnly, DateOnly> Moved = new()
    {
        [new(2020, 5, 4)] = new(2020, 5, 8),
        [new(2022, 5, 30)] = new(2022, 6, 2),
    };

    private static readonly DateOnly[] Once = [new(2022, 6, 3), new(2022, 9, 19), new(2023, 5, 8)];

    public static IReadOnlySet<DateOnly> Of(int year)
    {
        var easter = Easter(year);
        List<DateOnly> days = [First(year, 5), Last(year, 5), Last(year, 8), easter.AddDays(-2), easter.AddDays(1)];
        var all = days.Select(day => Moved.GetValueOrDefault(day, day)).Concat(Once.Where(day => day.Year == year)).ToHashSet();
        foreach (var day in new DateOnly[] { new(year, 1, 1), new(year, 12, 25), new(year, 12, 26) }.OrderBy(day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday))
        {
            var held = day;
            while (held.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || !all.Add(held))
                held = held.AddDays(1);
        }

        return all;
    }

    private static DateOnly First(int year, int month) => Enumerable.Range(1, 7).Select(day => new DateOnly(year, month, day)).First(day => day.DayOfWeek == DayOfWeek.Monday);

    private static DateOnly Last(int year, int month)
        => Enumerable.Range(25, 7).Select(day => new DateOnly(year, month, day)).Last(day => day.DayOfWeek == DayOfWeek.Monday);

    private static DateOnly Easter(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var sum = epact + weekday - (7 * correction) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }
}
