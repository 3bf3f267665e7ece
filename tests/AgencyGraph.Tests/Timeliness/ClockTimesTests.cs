using AgencyGraph.Agencies;
using AgencyGraph.Timeliness;
using AgencyGraph.Timeliness.Clocks;
using AgencyGraph.Timeliness.Days;
using static AgencyGraph.Tests.Timeliness.Moment;

namespace AgencyGraph.Tests.Timeliness;

public sealed class ClockTimesTests
{
    private static readonly ClockCatalogue Catalogue = new(new AgencyDirectory());
    private static readonly ClockTimes Times = new(new WorkingDays(new BankHolidays()), Catalogue);

    [Theory]
    [InlineData("REF_DECISION", "2026-11-21T23:30Z", "2026-11-23T23:59:59.999Z")] // A Saturday.
    [InlineData("REF_DECISION", "2026-08-28T22:30Z", "2026-09-01T22:59:59.999Z")] // A Friday in summer.
    [InlineData("REF_DECISION", "2026-06-01T23:30Z", "2026-06-03T22:59:59.999Z")] // In England it is Tuesday already.
    [InlineData("ICPC", "2025-12-18T10:00Z", "2026-01-13T23:59:59.999Z")]
    [InlineData("ICPC", "2026-03-27T10:00Z", "2026-04-21T22:59:59.999Z")]
    [InlineData("CFA", "2026-05-01T10:00Z", "2026-07-07T22:59:59.999Z")]
    [InlineData("RHI", "2026-03-27T14:00Z", "2026-03-30T14:00Z")] // 15:00 in summer time.
    [InlineData("RHI", "2026-10-23T13:00Z", "2026-10-26T13:00Z")] // From 14:00 in summer time.
    [InlineData("EPO", "2026-10-23T13:00Z", "2026-10-31T23:59:59.999Z")]
    [InlineData("RCPC1", "2026-11-30T10:00Z", "2027-02-28T23:59:59.999Z")]
    [InlineData("RCPC_N", "2026-08-31T10:00Z", "2027-02-28T23:59:59.999Z")]
    [InlineData("MARAC_REP", "2028-02-29T10:00Z", "2029-02-28T23:59:59.999Z")]
    [InlineData("MASH_R", "2026-11-27T16:00Z", "2026-11-30T12:00Z")]
    [InlineData("MASH_G", "2026-11-27T16:00Z", "2026-11-30T16:00Z")]
    public void A_clock_is_due_when_its_limit_is_over(string code, string start, string due)
    {
        var of = Times.Of(Clock(code), At(start));
        Assert.Equal((At(due), null), (of.At!.Value, of.Unknown));
        Assert.InRange(of.AmberAt!.Value, At(start).AddDays(-1), of.At.Value);
    }

    [Theory]
    [InlineData("RPT_ICPC", null, "2026-11-27T10:00Z", "2026-11-25T23:59:59.999Z")]
    [InlineData("RPT_ICPC", "ERY", "2026-11-27T10:00Z", "2026-11-25T10:00Z")]
    [InlineData("RPT_RCPC", null, "2026-12-29T10:00Z", "2026-12-18T23:59:59.999Z")]
    public void A_clock_that_counts_back_is_due_so_long_before_what_it_is_for(string code, string? council, string conference, string due)
        => Assert.Equal(At(due), Times.Of(Clock(code, council), At(conference)).At);

    [Theory]
    [InlineData("REF_DECISION", "2026-11-27T10:00Z", "2026-11-30T00:00Z")] // The last working day of one.
    [InlineData("ICPC", "2026-11-02T10:00Z", "2026-11-18T00:00Z")] // The last four of fifteen, to 23 November.
    [InlineData("EPO", "2026-11-02T10:00Z", "2026-11-09T00:00Z")] // The last two of eight days.
    [InlineData("RHI", "2026-11-02T10:00Z", "2026-11-04T16:00Z")] // The last 18 hours.
    [InlineData("MASH_R", "2026-11-27T16:00Z", "2026-11-30T11:00Z")] // The hub's last hour, and not the night before.
    public void It_is_amber_for_the_last_quarter_of_its_time(string code, string start, string amber)
        => Assert.Equal(At(amber), Times.Of(Clock(code), At(start)).AmberAt);

    [Theory]
    [InlineData("REF_DECISION", "2027-12-31T10:00Z", DueUnknown.BankHolidaysUnknown)]
    [InlineData("CFA", "2027-12-01T10:00Z", DueUnknown.BankHolidaysUnknown)]
    [InlineData("MASH_A", "2027-12-31T10:00Z", DueUnknown.BankHolidaysUnknown)]
    [InlineData("ENCOMPASS", "2026-11-27T10:00Z", DueUnknown.SchoolDaysUnknown)]
    [InlineData("DA_SHARE", "2026-11-27T10:00Z", DueUnknown.NoLimit)]
    public void What_cannot_be_promised_is_not_and_says_why(string code, string start, DueUnknown why)
        => Assert.Equal(Due.NotKnown(why), Times.Of(Clock(code), At(start)));

    [Fact]
    public void Hours_and_months_are_promised_beyond_the_bank_holidays()
    {
        Assert.NotNull(Times.Of(Clock("RHI"), At("2030-01-01T00:00Z")).At);
        Assert.NotNull(Times.Of(Clock("RCPC1"), At("2030-01-01T00:00Z")).At);
    }

    /// <summary>Of what stood still, exactly as much is left as before.</summary>
    [Theory]
    [InlineData("ICPC")]
    [InlineData("DBS_P")]
    [InlineData("RHI")]
    [InlineData("MASH_A")]
    public void What_is_paused_and_goes_on_at_once_is_due_as_before_and_a_pause_puts_it_off(string code)
    {
        var (random, clock) = (new Random(3), Clock(code));
        for (var i = 0; i < 1_000; i++)
        {
            var start = At("2026-01-05T00:00Z").AddMinutes(random.Next(60 * 24 * 500));
            var due = Times.Of(clock, start);
            var paused = start + ((due.At!.Value - start) * random.NextDouble());
            paused = new DateTime(paused.Ticks - (paused.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
            var left = Times.Left(clock, paused, due.At.Value)!.Value;

            Assert.Equal(due, Times.Resumed(clock, paused, left));
            var later = Times.Resumed(clock, paused.AddDays(3), left);
            Assert.True(later.At >= due.At && (later.At > due.At || clock.Unit is ClockUnit.WorkingDays or ClockUnit.HubHours));
            // Of none, it is due on the day on which it goes on, or the next on which somebody works.
            if (left > 0)
                Assert.Equal(left, Times.Left(clock, paused.AddDays(3), later.At!.Value));
        }
    }

    [Fact]
    public void An_escalation_comes_at_the_end_of_its_day()
    {
        var clock = Clock("REF_DECISION");
        var steps = Times.EscalationsOf(clock, Times.Of(clock, At("2026-11-27T10:00Z")).At!.Value);
        Assert.Equal(
            [At("2026-12-01T00:00Z"), At("2026-12-05T00:00Z"), At("2026-12-12T00:00Z"), At("2026-12-30T00:00Z")], steps.Select(step => step.At));
        Assert.Equal(2, Times.EscalationsOf(clock, Times.Of(clock, At("2027-12-15T10:00Z")).At!.Value).Count(step => step.At < At("2028-01-01T00:00Z")));
    }

    private static Clock Clock(string code, string? council = null)
        => Catalogue.Find(code, council is null ? null : new AgencyCode(council), new DateOnly(2026, 11, 27))!;
}
