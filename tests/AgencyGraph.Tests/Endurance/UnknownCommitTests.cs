using System.Text.Json.Nodes;
using AgencyGraph.Feed;
using AgencyGraph.Incidents;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit.Abstractions;

namespace AgencyGraph.Tests.Endurance;

[BeginsEarly]
public sealed class UnknownCommitTests(ITestOutputHelper output)
{
    private const string Record = "mutation($input: IncidentInput!) { recordIncident(input: $input) { outcome } }";
    private const int Writers = 8;

    private static readonly string[] Done = ["RECORDED", "REPLAYED"];

    private int cuts;

    [SkippableFact]
    public async Task A_commit_whose_answer_was_lost_is_sent_again_and_there_is_one_of_it()
    {
        var (wanted, seed) = (FaultSize.Of(200, 5_000), FaultSize.Seed());
        output.WriteLine($"{wanted} cuts, AGENCYGRAPH_FAULT_SEED={seed}");
        var written = new List<string>();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var straight = new NpgsqlConnectionStringBuilder(database.Options.PostgresConnectionString);
        var (random, gate) = (new Random(seed), new Lock());
        await using var cutter = new CommitCutter(straight.Host!, Decide);
        await using var cut = TestDatabase.On(new StorageOptions
        {
            PostgresConnectionString = new NpgsqlConnectionStringBuilder(straight.ConnectionString) { Host = cutter.Host }.ConnectionString,
        });
        await using (var exchange = await RunningExchange.StartOnAsync(cut))
        {
            var force = exchange.As(Role.PoliceSystem, Sample.Force);
            await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteAsync(force))));
        }

        Assert.True(cuts >= wanted);
        await using var db = database.Open();
        var references = (await db.Set<Incident>().Select(incident => incident.Reference).ToListAsync()).Select(reference => reference.Value);
        Assert.Equal(written.Order(), references.Order());
        Assert.Equal(
            Enumerable.Range(1, written.Count).Select(i => (long)i),
            await db.Set<FeedEntry>().OrderBy(entry => entry.Position).Select(entry => entry.Position).ToListAsync());

        async Task WriteAsync(ExchangeCaller force)
        {
            while (Volatile.Read(ref cuts) < wanted)
            {
                var input = A.Incident();
                await UntilAcknowledgedAsync(force, input);
                lock (gate)
                    written.Add(input.Reference);
            }
        }

        CommitCutter.Cut Decide()
        {
            lock (gate)
            {
                if (written.Count == 0 || cuts >= wanted || random.Next(3) > 0)
                    return CommitCutter.Cut.None;
                cuts++;
                return random.Next(4) == 0 ? CommitCutter.Cut.BeforeCommit : CommitCutter.Cut.BeforeAnswer;
            }
        }
    }

    private static async Task UntilAcknowledgedAsync(ExchangeCaller force, IncidentInput input)
    {
        var body = Standing.Written(input).ToJsonString();
        while (true)
        {
            var answer = await force.AskAsync(Record, new { input = JsonNode.Parse(body) });
            if (answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>() is { } code)
            {
                Assert.Equal("UNAVAILABLE", code);
                continue;
            }

            Assert.Contains(answer["data"]!["recordIncident"]!["outcome"]!.GetValue<string>(), Done);
            return;
        }
    }
}
