using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Visibility.Worlds;

namespace AgencyGraph.Tests.Visibility;

/// <summary>That the comparison is not blind.</summary>
[BeginsEarly]
public sealed class OracleTests
{
    /// <summary>Of worlds that tell many mistakes each, the first eleven of the twelve; were worlds to be built otherwise, the next are tried.</summary>
    private static readonly int[] Seeds = [20_261_154, 20_261_126, 20_261_134, 20_261_130, 20_261_151, 20_261_168];

    [Fact]
    public async Task Every_rule_that_is_wrong_in_the_oracle_shows_as_differences()
    {
        await using var exchange = await RandomWorlds.StartAsync(DatabaseKind.Sqlite, Seeds.Length);
        var untold = Enum.GetValues<Mistake>().Where(mistake => mistake != Mistake.None).ToHashSet();
        for (var place = 0; untold.Count > 0 && place < Seeds.Length; place++)
            untold.ExceptWith(await RandomWorlds.ToldAsync(exchange, place, Seeds[place], untold));

        Assert.Empty(untold);
    }

    [Fact]
    public async Task An_emergency_that_opened_less_or_more_than_it_did_shows_as_differences()
    {
        await using var exchange = await RandomWorlds.StartAsync(DatabaseKind.Sqlite, 1);
        var told = await RandomWorlds.ToldInEmergencyAsync(exchange, Seeds[0]);
        Assert.Equal((0, true, true), (told.AsItIs, told.IfNothingWereOpen > 0, told.IfItWereOpenToEveryPurpose > 0));
    }
}
