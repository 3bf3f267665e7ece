using AgencyGraph.Feed;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Visibility.Worlds;
using AgencyGraph.Visibility;
using Xunit.Abstractions;

namespace AgencyGraph.Tests.Contract.Reading;

/// <summary>A statement a level, however many rows there are.</summary>
public sealed class StatementsTests(ITestOutputHelper output)
{
    // Levels: children; their records, incidents and referrals; the incidents' involvements, deliveries and adults; the referrals' children.
    private const string Deep = """
        {
          children(first: 50) {
            nodes {
              id records { id givenName }
              incidents(first: 20) { nodes { id children { role } deliveries { sharedAt } adults { role } } }
              referrals(first: 20) { nodes { id children { id } } }
            }
          }
        }
        """;

    private const int Levels = 8;

    /// <summary>What a slow machine does meanwhile is no part of what is counted.</summary>
    private const string NothingBeside = "--Receipts:LookEvery=01:00:00";

    [SkippableTheory, EveryDatabase]
    public async Task The_engine_sends_one_statement_a_level_however_many_rows_there_are(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: ["--Plans:AreUsed=false", NothingBeside]);
        await FillAsync(exchange, 0, 2);
        var few = await CountAsync(exchange);
        await FillAsync(exchange, 2, 48);
        var many = await CountAsync(exchange);

        Assert.Equal(2, few.Children);
        Assert.Equal(50, many.Children);
        Assert.Equal(Levels, few.Reads);
        Assert.Equal(Levels, many.Reads);
    }

    [SkippableTheory, EveryDatabase]
    public async Task The_answer_of_a_batch_is_read_at_once_however_many_items_it_has(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: [NothingBeside]);
        var few = await RecordAsync(exchange, 0, 10);
        var many = await RecordAsync(exchange, 10, 100);

        Assert.Equal(few, many);
    }

    private async Task<int> RecordAsync(RunningExchange exchange, int from, int count)
    {
        var input = new { ingestMode = "REPLAY", items = Enumerable.Range(from, count).Select(i => Sample.Incident(i + 1, "BUR", true, NhsNumber(i))) };
        exchange.Statements.Clear();
        var answer = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync(
            "recordIncidents", "RecordIncidentsInput", input, "results { outcome incident { id children { role child { id records { id } } } } errors { code } }");
        Assert.Equal(count, answer["results"]!.AsArray().Count(result => result!["incident"]!["children"]!.AsArray().Count == 1));
        return Report($"{count} incidents recorded", exchange);
    }

    private async Task<(int Children, int Reads)> CountAsync(RunningExchange exchange)
    {
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        exchange.Statements.Clear();
        var data = await hub.DataAsync(Deep);
        var nodes = data["children"]!["nodes"]!.AsArray();
        Assert.All(nodes, child => Assert.NotEmpty(child!["referrals"]!["nodes"]![0]!["children"]!.AsArray()));
        return (nodes.Count, Report($"{nodes.Count} children", exchange));
    }

    /// <summary>Statements that read or write rows; the snapshot's own words are not among them.</summary>
    private int Report(string what, RunningExchange exchange)
    {
        var sent = exchange.Statements.Sent.Where(text => text.Contains("SELECT", StringComparison.Ordinal) && text.Contains("FROM", StringComparison.Ordinal)
            && !IsOfTheFeed(text)).ToArray();
        output.WriteLine($"{what}: {sent.Length} statements");
        foreach (var text in sent)
            output.WriteLine("  " + text.ReplaceLineEndings(" "));
        return sent.Length;
    }

    /// <summary>The pump reads at the same time: entries, and who sees them.</summary>
    private static bool IsOfTheFeed(string text)
        => text.Contains("feed_", StringComparison.Ordinal) || text.Contains(FeedReader.WhoSees, StringComparison.Ordinal);

    private static string NhsNumber(int i)
    {
        var serial = 1000 + (i * 10);
        return Numbers.NhsNumber(ref serial);
    }

    private static async Task FillAsync(RunningExchange exchange, int from, int count)
    {
        var (force, hub) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.HubPractitioner, "BUR"));
        var items = Enumerable.Range(from, count).SelectMany(i => new[] { 2 * i, (2 * i) + 1 }.Select(n => Sample.Incident(n + 1, "BUR", true, NhsNumber(i)))).ToArray();
        var answer = await force.RunAsync("recordIncidents", "RecordIncidentsInput", new { items }, "results { incident { id children { child { id } } } errors { code message } }");
        foreach (var incident in answer["results"]!.AsArray().Select(result => result!["incident"]!).Where((_, i) => i % 2 == 0))
        {
            _ = await hub.RunAsync("makeReferral", "MakeReferralInput", new
            {
                idempotencyKey = Guid.NewGuid(),
                to = "BUR",
                primaryNeed = "ABUSE_OR_NEGLECT",
                children = new[] { incident["children"]![0]!["child"]!["id"] },
                incidents = new[] { incident["id"] },
            }, "errors { code }");
        }
    }
}
