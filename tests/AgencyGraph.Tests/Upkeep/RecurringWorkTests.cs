using System.Collections.Concurrent;
using System.Data.Common;
using AgencyGraph.Commands.Hosting.Health;
using AgencyGraph.Feed;
using AgencyGraph.Receipts;
using AgencyGraph.Storage.Postgres;
using AgencyGraph.Storage.Sqlite;
using AgencyGraph.Tests.Feed;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Transport.StandIn;
using AgencyGraph.Upkeep;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AgencyGraph.Tests.Upkeep;

public sealed class RecurringWorkTests
{
    private const int Failed = 5050;

    [SkippableTheory, EveryDatabase]
    public async Task A_fault_of_our_own_in_it_is_logged_and_tried_again_and_takes_nothing_else_down(DatabaseKind kind)
    {
        var (clock, broken) = (new FakeTimeProvider(DateTimeOffset.UtcNow), new Broken { IsBroken = true });
        using var kept = new LogKeeper();
        await using var exchange = await RunningExchange.StartAsync(
            kind, clock, ["--Receipts:LookEvery=00:00:01", "--Feed:PurgeEvery=00:00:01"], builder =>
            {
                _ = builder.Logging.AddProvider(kept);
                _ = builder.Services.ConfigureDbContext<SqliteAgencyDb>(options => options.AddInterceptors(broken))
                    .ConfigureDbContext<PostgresAgencyDb>(options => options.AddInterceptors(broken));
            });

        await Eventually.IsAsync(() => Passes(clock) && broken.Statements.Distinct().Count() > 1 && broken.Statements.Count > 5, "both were tried again");
        Assert.Contains(Failed, kept.Events);
        await Eventually.IsAsync(async () => Passes(clock) && await IsNotReadyAsync(exchange), "the lasting fault is seen");
        Assert.All(
            exchange.Services.GetServices<IHostedService>().Where(hosted => hosted is OverdueWatch or FeedPurge),
            hosted => Assert.False(((BackgroundService)hosted).ExecuteTask!.IsCompleted));
        Assert.NotNull(await exchange.As(Role.HubPractitioner, "BUR").DataAsync("{ children(first: 1) { totalCount } }"));

        broken.IsBroken = false;
        await Eventually.IsAsync(async () => Passes(clock) && !await IsNotReadyAsync(exchange), "it has recovered by itself");
    }

    [Fact]
    public async Task A_fault_that_passes_is_no_lasting_one_and_the_work_ends_when_it_is_told_to()
    {
        var clock = new FakeTimeProvider();
        using var kept = new LogKeeper();
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(kept));
        var recurring = new RecurringWork(clock, logging.CreateLogger<RecurringWork>());
        using var stopping = new CancellationTokenSource();
        var times = 0;
        var running = recurring.RunAsync(
            "work", TimeSpan.FromSeconds(1), _ => Interlocked.Increment(ref times) <= 3 ? throw new InvalidOperationException() : Task.CompletedTask, stopping.Token);

        await Eventually.IsAsync(() => Passes(clock) && Volatile.Read(ref times) > 10, "it goes on");
        Assert.Equal([Failed, Failed, Failed], kept.Events);
        clock.Advance(2 * RecurringWork.LastingAfter);
        Assert.False(recurring.IsLastingFault);

        await stopping.CancelAsync();
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    /// <summary>Time passes: true, so that it can stand in a condition.</summary>
    private static bool Passes(FakeTimeProvider clock)
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        return true;
    }

    private static async Task<bool> IsNotReadyAsync(RunningExchange exchange)
    {
        using var http = new HttpClient { BaseAddress = exchange.Address };
        using var answer = await http.GetAsync(new Uri(HealthDoors.ReadyPath, UriKind.Relative));
        return (await answer.Content.ReadAsStringAsync()).Contains("\"background\":\"not-ready\"", StringComparison.Ordinal);
    }

    /// <summary>Whoever asks how long something waits meets a fault that is not the database's.</summary>
    private sealed class Broken : DbCommandInterceptor
    {
        public volatile bool IsBroken;

        public ConcurrentQueue<string> Statements { get; } = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (!IsBroken || !command.CommandText.Contains("oldest_waiting_at", StringComparison.Ordinal))
                return new(result);
            Statements.Enqueue(command.CommandText);
            throw new InvalidOperationException("Broken");
        }
    }
}
