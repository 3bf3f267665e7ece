using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Visibility.Worlds;

namespace AgencyGraph.Tests.Visibility;

/// <summary>That the comparison is not blind.</summary>
public sealed class OracleTests
{
    private const int Seed = 20_261_124;
    private const int MostWorlds = 6;

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_rule_that_is_wrong_in_the_oracle_shows_as_differences(int number)
    {
        var mistake = (Mistake)number;
        await using var exchange = await RandomWorlds.StartAsync(DatabaseKind.Sqlite, MostWorlds);
        var isTold = false;
        for (var place = 0; !isTold && place < MostWorlds; place++)
            isTold = await RandomWorlds.IsToldAsync(exchange, place, Seed + place, mistake);

        Assert.True(isTold, $"No world tells {mistake} from the truth.");
    }

    public static TheoryData<int> Mistakes => [.. Enum.GetValues<Mistake>().Where(mistake => mistake != Mistake.None).Select(mistake => (int)mistake)];
}
