using AgencyGraph.Timeliness.Days;
using static AgencyGraph.Tests.Timeliness.Moment;

namespace AgencyGraph.Tests.Timeliness.Days;

public sealed class HubHoursTests
{
    private static readonly WorkingDays Days = new(new BankHolidays());
    private static readonly HubHours Hours = HubHours.Parse("09:00-17:00")!;

    [Theory]
    [InlineData("2026-11-23T10:00Z", 4, "2026-11-23T14:00Z")]
    [InlineData("2026-11-27T16:00Z", 4, "2026-11-30T12:00Z")]
    [InlineData("2026-11-28T03:00Z", 4, "2026-11-30T13:00Z")]
    [InlineData("2026-11-23T09:00Z", 8, "2026-11-23T17:00Z")]
    [InlineData("2026-11-23T17:00Z", 1, "2026-11-24T10:00Z")]
    [InlineData("2026-12-24T16:00Z", 24, "2026-12-31T16:00Z")]
    [InlineData("2026-06-01T08:00Z", 4, "2026-06-01T12:00Z")] // Nine in summer.
    public void Only_the_hours_count_in_which_the_hub_works(string start, int hours, string end)
    {
        Assert.Equal(At(end), Hours.After(At(start), TimeSpan.FromHours(hours), Days));
        Assert.Equal(TimeSpan.FromHours(hours), Hours.Between(At(start), At(end), Days));
    }

    [Fact]
    public void Summer_time_that_begins_over_the_weekend_takes_no_hour_of_the_hubs()
        => Assert.Equal(At("2026-03-30T09:00Z"), Hours.After(At("2026-03-27T16:00Z"), TimeSpan.FromHours(2), Days));

    [Fact]
    public void What_is_counted_back_is_what_is_counted_on()
    {
        var random = new Random(11);
        for (var i = 0; i < 2_000; i++)
        {
            var start = At("2026-01-05T00:00Z").AddMinutes(random.Next(60 * 24 * 500));
            var length = TimeSpan.FromMinutes(random.Next(1, 60 * 40));
            var end = Hours.After(start, length, Days)!.Value;
            var local = EnglishTime.DayOf(end);
            Assert.True(Days.IsWorkingDay(local));
            Assert.InRange(end, EnglishTime.At(local, Hours.Opens).AddTicks(1), EnglishTime.At(local, Hours.Closes));
            Assert.Equal(length, Hours.Between(start, end, Days));
            Assert.Equal(length, Hours.Between(Hours.Before(end, length, Days)!.Value, end, Days));
        }
    }

    [Fact]
    public void Beyond_the_days_that_are_known_nothing_is_promised()
    {
        Assert.Null(Hours.After(At("2027-12-31T16:00Z"), TimeSpan.FromHours(4), Days));
        Assert.Null(Hours.Before(At("2019-01-02T10:00Z"), TimeSpan.FromHours(4), Days));
        Assert.Null(Hours.Between(At("2027-12-31T16:00Z"), At("2028-01-02T16:00Z"), Days));
    }

    [Theory]
    [InlineData("")]
    [InlineData("9-17")]
    [InlineData("17:00-09:00")]
    [InlineData("09:00-25:00")]
    public void Hours_that_are_none_are_none(string text) => Assert.Null(HubHours.Parse(text));

    [Fact]
    public void Hours_are_written_as_they_are_read() => Assert.Equal("09:00-17:00", Hours.ToString());
}
