using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Visibility.Worlds;

namespace AgencyGraph.Tests.Visibility;

/// <summary>The rule is in the record and not in the edge that leads to it: every way through the graph, up to six fields long, in a random world.</summary>
[BeginsEarly]
public sealed class PathTests
{
    /// <summary>So many ways each, by chance; a longer run goes all of them.</summary>
    private static readonly int Each = Environment.GetEnvironmentVariable("AGENCYGRAPH_WORLDS") is { Length: > 0 } ? int.MaxValue : 8;

    [Fact]
    public async Task A_record_is_the_same_whichever_way_it_is_reached()
    {
        Assert.True(SchemaPaths.All.Count > 500, "The test is blind.");
        await using var exchange = await RandomWorlds.StartAsync(DatabaseKind.Sqlite, 1);
        var random = new Random(RandomWorlds.Seed);
        var (asked, reached) = (0, 0);
        foreach (var (caller, oracle) in await RandomWorlds.BuildAsync(exchange, 0, random))
        {
            var paths = SchemaPaths.All.Where(path => path.Root is "children" or "incidents" or "referrals").OrderBy(_ => random.Next()).Take(Each).ToArray();
            var (differences, found) = await Comparison.RunAlongAsync(caller, oracle, random, paths);
            Assert.True(differences.Count == 0, $"Seed {RandomWorlds.Seed}, {differences.Count} differences:\n  {string.Join("\n  ", differences.Take(5))}");
            (asked, reached) = (asked + paths.Length, reached + found);
        }

        Assert.True(reached > asked / 4, $"Only {reached} records were reached by {asked} ways: the test is blind.");
    }
}
