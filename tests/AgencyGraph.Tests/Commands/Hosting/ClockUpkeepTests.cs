using AgencyGraph.Commands.Hosting;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Feed;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Transport.StandIn;
using AgencyGraph.Upkeep;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AgencyGraph.Tests.Commands.Hosting;

public sealed class ClockUpkeepTests
{
    private const int Failed = 5050;

    [SkippableFact]
    public async Task It_outlasts_a_database_that_is_away_and_puts_the_clock_right_once_it_is_back()
    {
        await using var database = await FeedDatabase.CreateAsync(DatabaseKind.Postgres);
        database.IsDown = true;
        var machine = new FakeTimeProvider(DateTimeOffset.UtcNow.AddHours(-10));
        var clock = new SharedClock(machine);
        using var kept = new LogKeeper();
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(kept));
        var comparison = new ClockComparison(database, database.Engine, clock, logging.CreateLogger<ClockComparison>());
        using var upkeep = new ClockUpkeep(comparison, database.Engine, new RecurringWork(machine, logging.CreateLogger<RecurringWork>()));
        await upkeep.StartAsync(CancellationToken.None);

        await Eventually.IsAsync(() => Passes() && kept.Events.Count(number => number == Failed) >= 3, "it was tried again and again");
        Assert.False(IsRight());
        Assert.False(upkeep.ExecuteTask!.IsCompleted);
        database.IsDown = false;

        await Eventually.IsAsync(() => Passes() && IsRight(), "the clock is the database's");
        await upkeep.StopAsync(CancellationToken.None);

        // Time passes: true, so that it can stand in a condition.
        bool Passes()
        {
            machine.Advance(TimeSpan.FromSeconds(1));
            return true;
        }

        bool IsRight() => (clock.GetUtcNow() - DateTimeOffset.UtcNow).Duration() < TimeSpan.FromHours(1);
    }
}
