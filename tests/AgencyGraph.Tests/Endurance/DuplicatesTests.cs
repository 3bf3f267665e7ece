using System.Text.Json.Nodes;
using AgencyGraph.Feed;
using AgencyGraph.Incidents;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Endurance;

[BeginsEarly]
public sealed class DuplicatesTests
{
    private const string Record = "mutation($input: IncidentInput!) { recordIncident(input: $input) { outcome incident { id } errors { code } } }";

    [SkippableTheory, EveryDatabase]
    public async Task The_same_request_sent_a_hundred_times_at_once_has_one_effect_and_one_answer(DatabaseKind kind)
    {
        var keys = FaultSize.Of(100, 10_000);
        await using var exchange = await RunningExchange.StartAsync(kind);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        for (var done = 0; done < keys; done += 20)
        {
            var inputs = Enumerable.Range(0, 20).Select(_ => Standing.Written(A.Incident()).ToJsonString()).ToList();
            await Parallel.ForEachAsync(inputs, async (input, _) => await SendAsync(force, input));
        }

        await using var db = exchange.Database.Open();
        Assert.Equal(keys, await db.Set<Incident>().CountAsync());
        Assert.Equal(keys, await db.Set<FeedEntry>().CountAsync());
        Assert.Equal(keys, (await db.Set<FeedHead>().SingleAsync()).Head);
    }

    private static async Task SendAsync(ExchangeCaller force, string input)
    {
        var ids = new HashSet<string>();
        var outcomes = new List<string>();
        foreach (var payload in await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => UntilAnsweredAsync(force, input))))
        {
            Assert.Empty(payload["errors"]!.AsArray());
            _ = ids.Add(payload["incident"]!["id"]!.GetValue<string>());
            outcomes.Add(payload["outcome"]!.GetValue<string>());
        }

        Assert.Single(ids);
        Assert.Single(outcomes, outcome => outcome == "RECORDED");
        Assert.Equal(99, outcomes.Count(outcome => outcome == "REPLAYED"));
    }

    private static string? CodeIn(JsonNode? errors) => errors?.AsArray().FirstOrDefault()?["code"]?.GetValue<string>();

    /// <summary>As a force does: what was too busy is sent again as it is.</summary>
    private static async Task<JsonNode> UntilAnsweredAsync(ExchangeCaller force, string input)
    {
        while (true)
        {
            var answer = await force.AskAsync(Record, new { input = JsonNode.Parse(input) });
            if (answer["data"]?["recordIncident"] is { } payload && CodeIn(payload["errors"]) != "CONTENDED")
                return payload;
            if (answer["errors"] is { } errors)
                Assert.Equal("UNAVAILABLE", errors[0]?["extensions"]?["code"]?.GetValue<string>());
        }
    }
}
