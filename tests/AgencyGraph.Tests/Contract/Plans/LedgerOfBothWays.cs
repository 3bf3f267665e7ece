using System.Text.Json.Nodes;
using AgencyGraph.Ledger;
using AgencyGraph.Tests.Ledger;
using AgencyGraph.Tests.Support.Running;

namespace AgencyGraph.Tests.Contract.Plans;

/// <summary>Compares what the ledger says of the answers of plans and engine, and with what the answers say themselves.</summary>
internal sealed class LedgerOfBothWays(RunningExchange exchange)
{
    private readonly List<(int Number, string? Planned, string Engine)> answers = [];

    public static string Plan(int number) => $"plan {number}";

    public static string Engine(int number) => $"engine {number}";

    public int Next() => answers.Count;

    public void Note(int number, string? planned, string engine) => answers.Add((number, planned, engine));

    public async Task AssertAsync()
    {
        var recorded = await RecordedDisclosures.ReadAsync(exchange.Services);
        foreach (var (number, planned, engine) in answers)
        {
            var byEngine = recorded.Of(Engine(number));
            Check(recorded, engine, byEngine);
            if (planned is null)
                continue;
            var byPlan = recorded.Of(Plan(number));
            Check(recorded, planned, byPlan);
            Assert.True(RecordedDisclosures.Words(byEngine) == RecordedDisclosures.Words(byPlan), $"The ledger differs for {planned}\nengine: {RecordedDisclosures.Words(byEngine)}\nplan: {RecordedDisclosures.Words(byPlan)}");
        }
    }

    private static void Check(RecordedDisclosures recorded, string answer, LedgerEntry? entry)
    {
        var ids = NodeIds.In(JsonNode.Parse(answer)?["data"]);
        Assert.True(ids.Count == 0 || entry is not null, $"Not in the ledger: {answer}");
        if (entry is not null)
            Assert.All(ids, id => Assert.True(recorded.Says(entry, id), $"Record {id} is not in its entry: {answer}"));
    }
}
