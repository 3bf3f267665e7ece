using AgencyGraph.BreakGlass;

namespace AgencyGraph.Tests.BreakGlass;

public sealed class BreakGlassOptionsTests
{
    [Theory]
    [InlineData("04:00:00", "3.00:00:00", true)]
    [InlineData("00:10:00", "1.00:00:00", true)]
    [InlineData("04:00:00.001", "3.00:00:00", false)]
    [InlineData("00:00:00", "3.00:00:00", false)]
    [InlineData("01:00:00", "00:00:00", false)]
    public void No_child_is_opened_for_longer_than_four_hours_and_a_review_has_its_time(string openFor, string reviewWithin, bool isSane)
    {
        var options = new BreakGlassOptions
        {
            OpenFor = TimeSpan.Parse(openFor, System.Globalization.CultureInfo.InvariantCulture),
            ReviewWithin = TimeSpan.Parse(reviewWithin, System.Globalization.CultureInfo.InvariantCulture),
        };
        Assert.Equal(isSane, options.AreSane());
    }

    [Fact]
    public void By_itself_a_child_is_open_for_four_hours_and_reviewed_within_three_days()
        => Assert.Equal((TimeSpan.FromHours(4), TimeSpan.FromDays(3)), (new BreakGlassOptions().OpenFor, new BreakGlassOptions().ReviewWithin));
}
