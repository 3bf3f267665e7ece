using AgencyGraph.Retention;

namespace AgencyGraph.Tests.Retention;

public sealed class RetentionPeriodTests
{
    private static readonly DateTime Recorded = At(2020, 3, 1);

    [Theory]
    // Counted from what was last written.
    [InlineData(RunsFrom.LastActivity, 6, "2022-05-05", "2015-01-01", "2028-05-05")]
    [InlineData(RunsFrom.LastActivity, 6, null, null, "2026-03-01")]
    // From the 18th birthday, or from what was written later.
    [InlineData(RunsFrom.Adulthood, 3, "2022-05-05", "2015-01-01", "2036-01-01")]
    [InlineData(RunsFrom.Adulthood, 3, "2040-05-05", "2015-01-01", "2043-05-05")]
    // A birthday that nobody knows is taken for the day of the record.
    [InlineData(RunsFrom.Adulthood, 3, "2022-05-05", null, "2041-03-01")]
    [InlineData(RunsFrom.Birth, 75, "2022-05-05", "2015-01-01", "2090-01-01")]
    [InlineData(RunsFrom.Birth, 75, "2022-05-05", null, "2095-03-01")]
    // Born on 29 February.
    [InlineData(RunsFrom.Birth, 75, "2022-05-05", "2016-02-29", "2091-02-28")]
    public void A_record_has_come_to_its_end_so_many_years_after(RunsFrom from, int years, string? written, string? born, string end)
        => Assert.Equal(Day(end), new RetentionPeriod(from, years, "A test").EndOf(
            Recorded, written is null ? Recorded : Day(written), born is null ? null : DateOnly.FromDateTime(Day(born))));

    [Theory]
    [InlineData(RunsFrom.LastActivity)]
    [InlineData(RunsFrom.Adulthood)]
    [InlineData(RunsFrom.Birth)]
    public void Nothing_that_was_recorded_later_than_is_looked_at_can_have_come_to_its_end(RunsFrom from)
    {
        var period = new RetentionPeriod(from, 3, "A test");
        var now = At(2026, 11, 27);
        var latest = period.LatestRecorded(now);
        Assert.True(period.EndOf(latest.AddDays(1), latest.AddDays(1), null) > now);
    }

    private static DateTime Day(string text) => DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);

    private static DateTime At(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);
}
