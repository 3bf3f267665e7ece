using AgencyGraph.Contract.Disclosure;

namespace AgencyGraph.Tests.Contract.Disclosure;

/// <summary>What a reader was shown within any sixty minutes, against a list that is counted anew each time.</summary>
public sealed class HourOfReadingTests
{
    [Fact]
    public void In_no_sixty_minutes_are_more_different_records_shown_than_may_be()
    {
        var chance = new Random(15);
        var ids = Enumerable.Range(0, 60).Select(_ => Guid.NewGuid()).ToArray();
        var (hour, shown) = (new HourOfReading(), new List<(long Minute, Guid Id)>());
        var (refused, minute) = (0, 0L);
        for (var i = 0; i < 5_000; i++)
        {
            minute += chance.Next(4);
            var asked = Enumerable.Range(0, chance.Next(1, 6)).Select(_ => ids[chance.Next(ids.Length)]).Distinct().ToArray();
            var within = shown.Where(each => each.Minute > minute - 60).Select(each => each.Id).ToHashSet();
            var isPermitted = within.Concat(asked).Distinct().Count() <= 40;
            Assert.Equal(isPermitted, hour.TryAdd(asked, minute, 40));
            if (isPermitted)
                shown.AddRange(asked.Select(id => (minute, id)));
            refused += isPermitted ? 0 : 1;
        }

        Assert.InRange(refused, 100, 4_900);
    }

    [Fact]
    public void It_tells_when_the_first_of_them_counts_no_more()
    {
        var hour = new HourOfReading();
        Assert.True(hour.TryAdd([Guid.NewGuid()], 10, 1));
        Assert.Equal(45, hour.MinutesUntilFirstLeaves(25));
        Assert.False(hour.TryAdd([Guid.NewGuid()], 69, 1));
        Assert.True(hour.TryAdd([Guid.NewGuid()], 70, 1));
    }

    [Fact]
    public void It_alerts_once_an_hour()
    {
        var hour = new HourOfReading();
        Assert.True(hour.IsToBeAlerted(5));
        Assert.False(hour.IsToBeAlerted(64));
        Assert.True(hour.IsToBeAlerted(65));
    }
}
