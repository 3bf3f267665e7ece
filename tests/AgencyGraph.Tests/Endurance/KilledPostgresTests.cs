using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using AgencyGraph.Feed;
using AgencyGraph.Incidents;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Edge;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AgencyGraph.Tests.Endurance;

[BeginsEarly]
public sealed class KilledPostgresTests
{
    private const string Record = "mutation($input: IncidentInput!) { recordIncident(input: $input) { outcome } }";
    private const int Writers = 16;

    private static readonly string[] Done = ["RECORDED", "REPLAYED"];
    private static readonly string[] Signals = ["KILL", "QUIT"];

    private readonly ConcurrentBag<string> acknowledged = [];

    [SkippableFact]
    public async Task A_database_killed_amid_writes_has_lost_nothing_and_the_exchange_goes_on_by_itself()
    {
        await using var postgres = await MortalPostgres.StartAsync();
        await using var database = TestDatabase.On(new StorageOptions { PostgresConnectionString = postgres.ConnectionString });
        using var log = new FaultLog();
        await using var exchange = await RunningExchange.StartOnAsync(database, configure: builder => builder.Logging.AddProvider(log));
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        using var end = new CancellationTokenSource();
        var writing = Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteAsync(force, log, end.Token))).ToList();

        for (var kill = 0; kill < FaultSize.Of(20, 200); kill++)
        {
            await MoreAsync(writing);
            await postgres.KillAsync(Signals[kill % 2]);
        }

        await MoreAsync(writing);
        await end.CancelAsync();
        await Task.WhenAll(writing);
        await using var db = database.Open();
        var references = (await db.Set<Incident>().Select(incident => incident.Reference).ToListAsync()).Select(reference => reference.Value).ToList();
        Assert.Equal(acknowledged.Order(), references.Order());
        Assert.Equal(
            Enumerable.Range(1, references.Count).Select(i => (long)i),
            await db.Set<FeedEntry>().OrderBy(entry => entry.Position).Select(entry => entry.Position).ToListAsync());
    }

    /// <summary>Writes are acknowledged again: it has come back, and is amid them.</summary>
    private async Task MoreAsync(List<Task> writing)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var enough = acknowledged.Count + 40; acknowledged.Count < enough;)
        {
            if (writing.Find(writer => writer.IsCompleted) is { } ended)
                await ended;
            await Task.Delay(5, limit.Token);
        }
    }

    private async Task WriteAsync(ExchangeCaller force, FaultLog log, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var input = A.Incident();
            var body = Standing.Written(input).ToJsonString();
            while (await CodeAsync(force, body) is { } code)
            {
                Assert.True(code == "UNAVAILABLE", $"{code}: {string.Join('\n', log.Faults.Distinct().Where(fault => !fault.StartsWith("5002", StringComparison.Ordinal)).TakeLast(20))}");
                await Task.Delay(20, CancellationToken.None);
            }

            acknowledged.Add(input.Reference);
        }
    }

    /// <summary>Null when it was recorded, now or before.</summary>
    private static async Task<string?> CodeAsync(ExchangeCaller force, string body)
    {
        var answer = await force.AskAsync(Record, new { input = JsonNode.Parse(body) });
        if (answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>() is { } code)
            return code;
        Assert.Contains(answer["data"]!["recordIncident"]!["outcome"]!.GetValue<string>(), Done);
        return null;
    }
}
