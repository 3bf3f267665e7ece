using AgencyGraph.Receipts;

namespace AgencyGraph.Tests.Receipts;

public sealed class StretchTests
{
    [Fact]
    public void Whatever_is_told_in_whatever_order_each_position_is_counted_and_none_twice_while_nothing_lies_between()
    {
        foreach (var told in Stretches())
        {
            foreach (var counted in Stretches())
            {
                var fresh = told.Without(counted).SelectMany(Positions).ToList();
                Assert.Equal(Positions(told).Except(Positions(counted)), fresh);
                var known = told.Following(counted);
                Assert.All(Positions(told), position => Assert.Contains(position, Positions(known)));
                Assert.All(Positions(known), position => Assert.Contains(position, Positions(told).Concat(Positions(counted))));
            }
        }
    }

    private static IEnumerable<Stretch> Stretches()
        => from after in Enumerable.Range(0, 7) from upTo in Enumerable.Range(after, 7 - after) select new Stretch(after, upTo);

    private static IEnumerable<long> Positions(Stretch stretch)
    {
        for (var position = stretch.After + 1; position <= stretch.UpTo; position++)
            yield return position;
    }
}
