using System.Globalization;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Visibility.Worlds;

namespace AgencyGraph.Tests.Visibility;

/// <summary>Random worlds, built through the public API, against an oracle that knows nothing of the exchange's own rules.</summary>
public abstract class VisibilityPropertyTests(DatabaseKind kind)
{
    /// <summary>Each is asked some 250 times; <c>AGENCYGRAPH_WORLDS</c> says otherwise for a longer run.</summary>
    private static readonly int Worlds = int.TryParse(Environment.GetEnvironmentVariable("AGENCYGRAPH_WORLDS"), CultureInfo.InvariantCulture, out var worlds) ? worlds : 10;

    [SkippableFact]
    public async Task Nobody_receives_by_any_door_what_the_oracle_does_not_grant()
    {
        var checkedSoFar = 0;
        while (checkedSoFar < (RandomWorlds.IsReplay ? 1 : Worlds))
        {
            await using var exchange = await RandomWorlds.StartAsync(kind, Worlds - checkedSoFar);
            for (var place = 0; place < RandomWorlds.OnOneExchange && checkedSoFar < (RandomWorlds.IsReplay ? 1 : Worlds); place++)
                await CheckAsync(exchange, place, RandomWorlds.Seed + checkedSoFar++);
        }
    }

    private async Task CheckAsync(RunningExchange exchange, int place, int seed)
    {
        try
        {
            await RandomWorlds.CheckAsync(exchange, place, seed);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{kind}: the world of seed {seed} fails. Repeat it with AGENCYGRAPH_SEED={seed}. {failure.Message}", failure);
        }
    }
}

[BeginsEarly]
public sealed class VisibilityOnSqliteTests() : VisibilityPropertyTests(DatabaseKind.Sqlite);

[BeginsEarly]
public sealed class VisibilityOnPostgresTests() : VisibilityPropertyTests(DatabaseKind.Postgres);
