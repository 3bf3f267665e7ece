using AgencyGraph.Timeliness.Days;

namespace AgencyGraph.Tests.Timeliness.Days;

public sealed class WorkingDaysTests
{
    private const int Starts = 10_000;
    private static readonly BankHolidays Holidays = new();
    private static readonly WorkingDays Days = new(Holidays);

    [Fact]
    public void The_built_in_list_is_what_the_law_makes_of_each_year()
        => Assert.All(Enumerable.Range(Holidays.KnownFrom.Year, Holidays.KnownUntil.Year - Holidays.KnownFrom.Year + 1), year => Assert.Equal(
            HolidayRule.Of(year).Order(), Holidays.All.Select(holiday => holiday.Day).Where(day => day.Year == year)));

    [Fact]
    public void Every_holiday_is_a_weekday_and_what_is_out_of_the_ordinary_says_so()
    {
        Assert.DoesNotContain(Holidays.All, holiday => holiday.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.All(Holidays.All.GroupBy(holiday => holiday.Day.Year), year => Assert.Equal(8, year.Count(holiday => holiday.Note != "once")));
        Assert.All(Holidays.All.Where(holiday => holiday.Note.Length > 0), holiday => Assert.Matches("^(moved|substitute|once)", holiday.Note));
    }

    [Theory]
    [InlineData("2025-12-18", 15, "2026-01-13")]
    [InlineData("2026-03-27", 15, "2026-04-21")]
    [InlineData("2026-08-28", 1, "2026-09-01")]
    [InlineData("2026-11-21", 1, "2026-11-23")]
    [InlineData("2026-12-24", 1, "2026-12-29")]
    [InlineData("2026-12-24", 10, "2027-01-12")]
    [InlineData("2026-12-21", 15, "2027-01-14")]
    [InlineData("2026-12-21", 45, "2027-02-25")]
    [InlineData("2026-05-01", 45, "2026-07-07")]
    public void A_number_of_working_days_ends_on_the_day_of_the_table(string start, int count, string end)
        => Assert.Equal(Day(end), Days.After(Day(start), count));

    [Theory]
    [InlineData("2026-11-23", 1, "2026-11-23")]
    [InlineData("2026-11-23", 5, "2026-11-27")]
    [InlineData("2026-11-21", 1, "2026-11-23")]
    [InlineData("2026-12-25", 1, "2026-12-29")]
    public void By_the_other_convention_the_day_of_the_start_is_the_first(string start, int count, string end)
        => Assert.Equal(Day(end), Days.After(Day(start), count, DayConvention.StartDayIsOne));

    [Theory]
    [InlineData("2026-11-23", "2026-11-23")]
    [InlineData("2026-11-22", "2026-11-23")]
    [InlineData("2026-12-25", "2026-12-29")]
    public void Of_no_days_at_all_it_is_that_day_or_the_next_on_which_somebody_works(string start, string end) => Assert.Equal(Day(end), Days.After(Day(start), 0));

    [Theory]
    [InlineData("2026-11-27", 2, "2026-11-25")]
    [InlineData("2026-11-23", 1, "2026-11-20")]
    [InlineData("2026-12-29", 5, "2026-12-18")]
    public void Counted_back_it_is_so_many_working_days_before(string end, int count, string latest) => Assert.Equal(Day(latest), Days.Before(Day(end), count));

    [Fact]
    public void Ten_thousand_starts_agree_with_a_count_day_by_day_and_never_end_on_a_day_off()
    {
        var random = new Random(7);
        var off = Enumerable.Range(2018, 11).SelectMany(HolidayRule.Of).ToHashSet();
        for (var i = 0; i < Starts; i++)
        {
            var start = Holidays.KnownFrom.AddDays(random.Next(Holidays.KnownUntil.DayNumber - Holidays.KnownFrom.DayNumber - 100));
            var count = random.Next(1, 60);
            var (end, left) = (start, count);
            while (left > 0)
            {
                end = end.AddDays(1);
                left -= IsOff(end) ? 0 : 1;
            }

            Assert.Equal(end, Days.After(start, count));
            Assert.Equal(count, Days.Between(start, end));
            Assert.False(IsOff(end));
            Assert.True(Days.After(start.AddDays(1), count) >= end, "A later start is never due earlier.");
            Assert.True(Days.After(start, count + 1) > end, "More days are never due earlier.");
            if (!IsOff(start))
                Assert.Equal(start, Days.Before(end, count));
        }

        bool IsOff(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || off.Contains(day);
    }

    [Fact]
    public void Beyond_the_days_that_are_known_nothing_is_promised()
    {
        Assert.Null(Days.IsWorkingDay(Holidays.KnownUntil.AddDays(1)));
        Assert.Null(Days.IsWorkingDay(Holidays.KnownFrom.AddDays(-1)));
        Assert.NotNull(Days.After(Holidays.KnownUntil.AddDays(-1), 1));
        Assert.Null(Days.After(Holidays.KnownUntil, 1));
        Assert.Null(Days.After(new DateOnly(2027, 12, 1), 45));
        Assert.Null(Days.Before(Holidays.KnownFrom, 1));
        Assert.Null(Days.Between(Holidays.KnownUntil.AddDays(-3), Holidays.KnownUntil.AddDays(1)));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
