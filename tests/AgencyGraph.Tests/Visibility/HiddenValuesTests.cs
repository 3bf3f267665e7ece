using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Visibility.Worlds;

namespace AgencyGraph.Tests.Visibility;

/// <summary>
/// Random worlds in which whatever a caller is not shown is changed behind the exchange's back: not one byte of an answer to that caller
/// may change with it.
/// </summary>
[BeginsEarly]
public sealed class HiddenValuesTests
{
    private const int LeastPairs = 300;

    [Fact]
    public async Task What_is_hidden_from_a_caller_changes_no_byte_of_an_answer()
    {
        await using var exchange = await RandomWorlds.StartAsync(DatabaseKind.Sqlite, RandomWorlds.OnOneExchange);
        var (pairs, changed) = (0, 0);
        for (var place = 0; pairs < LeastPairs; place++)
        {
            var seed = RandomWorlds.Seed + place;
            var random = new Random(seed);
            foreach (var (caller, oracle) in await RandomWorlds.BuildAsync(exchange, place, random))
            {
                for (var round = 0; round < 2; round++)
                {
                    var before = await AnswersAsync(caller, oracle.World);
                    changed += await new HiddenValues(exchange, oracle, random).ChangeAsync();
                    Assert.True(before == await AnswersAsync(caller, oracle.World), $"Seed {seed}, place {place}: something hidden shows to {caller}.");
                    pairs++;
                }
            }
        }

        Assert.True(changed > 10 * LeastPairs, $"Only {changed} values were changed: the test is blind.");
    }

    /// <summary>Everything that the graph offers, by lists, filters and ids, and the errors for what is not there.</summary>
    private static async Task<string> AnswersAsync(ExchangeCaller caller, World world)
    {
        var answers = new List<string> { await caller.AskTextAsync(Documents.Lists) };
        foreach (var filtered in new[] { "incidents(filter: { riskGrades: [MEDIUM] })", "referrals(filter: { ratings: [RED] })" })
            answers.Add(await caller.AskTextAsync($"{{ {filtered} {{ totalCount nodes {{ id }} }} }}"));
        foreach (var some in world.All.Select(Rendering.IdOf).Where(id => id.Length > 0).Chunk(10))
        {
            var variables = Enumerable.Range(0, 10).ToDictionary(i => $"i{i}", i => i < some.Length ? some[i] : "nothing");
            answers.Add(await caller.AskTextAsync(Documents.Nodes, variables));
        }

        return string.Join('\n', answers);
    }
}
