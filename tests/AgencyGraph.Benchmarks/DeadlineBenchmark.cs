using System.Diagnostics;
using System.Globalization;
using AgencyGraph.Agencies;
using AgencyGraph.Benchmarks.Figures;
using AgencyGraph.Benchmarks.Machine;
using AgencyGraph.Benchmarks.Support;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Support;
using AgencyGraph.Timeliness;
using AgencyGraph.Upkeep;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Benchmarks;

/// <summary>A million deadlines that run: what it costs to find those that cross within a minute, and then to tell them.</summary>
internal static class DeadlineBenchmark
{
    private const int Running = 1_000_000;
    private const int Minutes = 120;
    private const int WarmUp = 20;
    private const double MostToFind = 50;

    /// <summary>They cross one after the other, over 45 days: some fifteen a minute, and at the end of one day as many as a country's referrals of a day.</summary>
    private const int MillisecondsApart = 3_888;
    private const int AtMidnight = 2_500;

    private static readonly DateTime Start = new(2026, 11, 27, 9, 0, 0, DateTimeKind.Utc);

    public static async Task RunAsync(Report report, BenchmarkOrder order)
    {
        using var folder = new ScratchFolder();
        var name = order.OnPostgres ? "PostgreSQL" : "SQLite";
        await using var services = Services(await OptionsAsync(folder, order.OnPostgres));
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        var databases = services.GetRequiredService<IDbContextFactory<AgencyDb>>();
        await WriteAsync(databases, order.OnPostgres);
        var watch = ActivatorUtilities.CreateInstance<DeadlineWatch>(services);
        var (found, told, count) = (new List<double>(), new List<double>(), 0);
        for (var minute = 0; minute < Minutes; minute++)
        {
            var at = Start.AddMinutes(minute);
            var (milliseconds, crossing) = await FindAsync(databases, at);
            var began = Stopwatch.GetTimestamp();
            await watch.LookAsync(at, CancellationToken.None);
            if (minute < WarmUp)
                continue; // The first meet statements that nobody has prepared.
            found.Add(milliseconds);
            told.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            count += crossing;
        }

        report.Add(name, "deadlines: running", Running, "");
        report.Add(name, "deadlines: crossing in a minute, mean", (double)count / found.Count, "");
        report.Add(name, "deadlines: to find them, median", new Latencies(found).Percentile(50), "ms", atMost: MostToFind);
        report.Add(name, "deadlines: to find them, p95", new Latencies(found).Percentile(95), "ms", atMost: MostToFind);
        report.Add(name, "deadlines: to find, change and tell them, median", new Latencies(told).Percentile(50), "ms");
        var midnight = Stopwatch.GetTimestamp();
        await watch.LookAsync(Start.AddMinutes(Minutes).AddMilliseconds((double)AtMidnight * MillisecondsApart), CancellationToken.None);
        report.Add(name, $"deadlines: to find, change and tell {AtMidnight:N0} at once", Stopwatch.GetElapsedTime(midnight).TotalMilliseconds, "ms");
    }

    private static async Task<(double Milliseconds, int Count)> FindAsync(IDbContextFactory<AgencyDb> databases, DateTime at)
    {
        await using var db = await databases.CreateDbContextAsync();
        var began = Stopwatch.GetTimestamp();
        var crossing = await DeadlineWatch.Crossing(db, at).Select(deadline => deadline.Id).ToListAsync();
        return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, crossing.Count);
    }

    private static ServiceProvider Services(StorageOptions options) => new ServiceCollection()
        .AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddStorage(options).AddAgencies().AddUpkeep().AddFeed().AddTimeliness().BuildServiceProvider();

    private static async Task<StorageOptions> OptionsAsync(ScratchFolder folder, bool isPostgres)
    {
        if (!isPostgres)
            return new StorageOptions { SqliteFile = folder.File("deadlines.db") };
        var server = await PrivatePostgres.RequireAsync();
        await server.TryCreateAsync("deadlines");
        return new StorageOptions { PostgresConnectionString = server.ConnectionString("deadlines") };
    }

    private static async Task WriteAsync(IDbContextFactory<AgencyDb> databases, bool isPostgres)
    {
        await using var db = await databases.CreateDbContextAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var (number, id, start, crossing, due) = isPostgres
            ? ($"generate_series(1, {Running}) AS n(i)", "gen_random_uuid()", "TIMESTAMPTZ '2026-11-27 09:00:00Z'", Later("i"), Later("i") + " + INTERVAL '1 day'")
            : ("n", "randomblob(16)", Milliseconds(Start), $"{Milliseconds(Start)} + i * {MillisecondsApart}", $"{Milliseconds(Start)} + i * {MillisecondsApart} + 86400000");
        var all = isPostgres ? "" : $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Running}) ";
        var isShared = isPostgres ? "TRUE" : "1";
        var rows = $"INSERT INTO deadlines (id, version, record_kind, record_id, clock_key, clock_code, actor_code, originator_code, council_code, is_shared, started_at, counted_from, "
            + $"due_at, amber_at, ordered_at, state, next_crossing_at) {all}SELECT {id}, 1, 'REFERRAL', {id}, 'REF_DECISION.1', 'REF_DECISION', 'BUR', 'greater-manchester', 'BUR', {isShared}, "
            + $"{start}, {start}, {due}, {crossing}, {due}, 'GREEN', {crossing} FROM {number}";
        _ = await db.Database.ExecuteSqlRawAsync(rows);
        _ = await db.Database.ExecuteSqlRawAsync("ANALYZE");

        static string Later(string i) => $"TIMESTAMPTZ '2026-11-27 09:00:00Z' + {i} * INTERVAL '{MillisecondsApart} milliseconds'";
        static string Milliseconds(DateTime at) => ((at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond).ToString(CultureInfo.InvariantCulture);
    }
}
