using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Visibility.Worlds;

namespace AgencyGraph.Tests.Visibility;

/// <summary>That the comparison is not blind.</summary>
public sealed class OracleTests
{
    private const int Seed = 20_261_124;
    private const int MostWorlds = 12;

    /// <summary>Worlds of chance seldom tell it: what schools are told of is held by the tests of enrolments.</summary>
    private const Mistake SeldomTold = Mistake.SchoolsAreToldOfAll;

    [Fact]
    public async Task Every_rule_that_is_wrong_in_the_oracle_shows_as_differences()
    {
        await using var exchange = await RandomWorlds.StartAsync(DatabaseKind.Sqlite, MostWorlds);
        var untold = Enum.GetValues<Mistake>().Where(mistake => mistake is not (Mistake.None or SeldomTold)).ToHashSet();
        for (var place = 0; untold.Count > 0 && place < MostWorlds; place++)
            untold.ExceptWith(await RandomWorlds.ToldAsync(exchange, place, Seed + place, untold));

        Assert.Empty(untold);
    }
}
