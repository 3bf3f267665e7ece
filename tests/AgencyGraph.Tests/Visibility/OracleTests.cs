using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Visibility.Worlds;

namespace AgencyGraph.Tests.Visibility;

/// <summary>That the comparison is not blind.</summary>
public sealed class OracleTests
{
    private const int Seed = 20_261_124;
    private const int MostWorlds = 12;

    [Fact]
    public async Task Every_rule_that_is_wrong_in_the_oracle_shows_as_differences()
    {
        await using var exchange = await RandomWorlds.StartAsync(DatabaseKind.Sqlite, MostWorlds);
        var untold = Enum.GetValues<Mistake>().Where(mistake => mistake != Mistake.None).ToHashSet();
        for (var place = 0; untold.Count > 0 && place < MostWorlds; place++)
            untold.ExceptWith(await RandomWorlds.ToldAsync(exchange, place, Seed + place, untold));

        Assert.Empty(untold);
    }
}
