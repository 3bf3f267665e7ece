using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AgencyGraph.Contract;
using AgencyGraph.Tests.Support.Running;

namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>Asks the exchange as one caller, in every way that the graph offers, and notes where it differs from the oracle.</summary>
internal sealed partial class Comparison(ExchangeCaller caller, Oracle oracle, Random random)
{
    private readonly World world = oracle.World;
    private readonly List<string> differences = [];

    public static async Task<IReadOnlyList<string>> RunAsync(ExchangeCaller caller, Oracle oracle, Random random)
    {
        var comparison = new Comparison(caller, oracle, random);
        await comparison.NodesAsync();
        await comparison.LookupsAsync();
        await comparison.RetentionAsync();
        if (Details.HasRecords(oracle.Role))
        {
            await comparison.ListsAsync();
            await comparison.PagesAsync();
            await comparison.FiltersAsync();
            await comparison.ForeignWritesAsync();
            await comparison.ForeignRecordsAsync();
        }
        else
        {
            await comparison.NothingAsync();
        }

        if (Details.KnowsOfReaders(oracle.Role))
            await comparison.AccessesAsync();
        return comparison.differences;
    }

    /// <summary>As one who has broken the glass: by ids alone.</summary>
    public static async Task<IReadOnlyList<string>> RunInEmergencyAsync(ExchangeCaller caller, Oracle oracle, Random random)
    {
        var comparison = new Comparison(caller, oracle, random);
        await comparison.NodesAsync();
        foreach (var kid in comparison.Some(comparison.world.Kids.Where(kid => kid.Id.Length > 0), 3))
            await comparison.ByAsync("child", new { id = kid.Id }, oracle.Sees(kid) ? kid.Id : null);
        await comparison.NothingAsync();
        return comparison.differences;
    }

    private IEnumerable<object> Records => world.All;

    private IEnumerable<Kid> SeenKids => Rendering.InOrder(world.Kids.Where(oracle.Sees));

    private IEnumerable<ForceIncident> SeenIncidents => Rendering.LatestFirst(world.Incidents.Where(oracle.Sees));

    private IEnumerable<ForceEpisode> SeenEpisodes => Rendering.LatestFirst(world.Episodes.Where(oracle.Sees));

    private IEnumerable<CouncilReferral> SeenReferrals => Rendering.LatestFirst(world.Referrals.Where(oracle.Sees));

    /// <summary>An id of nothing, of the same type as <paramref name="id"/>.</summary>
    private static string AnotherId(string id)
    {
        Assert.True(NodeId.TryDecode(id, out var tag, out _));
        return NodeId.Encode(tag, new Guid(RandomNumberGenerator.GetBytes(16)));
    }

    private void Compare(string what, JsonNode? expected, JsonNode? actual)
    {
        if (!JsonNode.DeepEquals(expected, actual))
            differences.Add($"{caller}: {what}\n    expected {expected?.ToJsonString() ?? "null"}\n    but was  {actual?.ToJsonString() ?? "null"}");
    }

    private async Task ListsAsync()
    {
        var data = await caller.DataAsync(Documents.Lists);
        CompareList("children", SeenKids);
        CompareList("incidents", SeenIncidents);
        CompareList("missingEpisodes", SeenEpisodes);
        CompareList("missingNow", SeenEpisodes.Where(episode => !episode.IsFound).Reverse());
        CompareList("referrals", SeenReferrals);
        var deadlines = world.Referrals.Where(oracle.SeesDeadlinesOf).SelectMany(referral => referral.Clocks.Select(clock => $"{referral.Id} {clock}")).Order(StringComparer.Ordinal).ToArray();
        Compare("deadlines.totalCount", deadlines.Length, data["deadlines"]!["totalCount"]);
        Compare("deadlines, which", Ids(deadlines), Ids(data["deadlines"]!["nodes"]!.AsArray()
            .Select(node => $"{node!["referral"]!["id"]!.GetValue<string>()} {node["clock"]!["code"]!.GetValue<string>()}").Order(StringComparer.Ordinal)));

        void CompareList(string list, IEnumerable<object> seen)
        {
            var expected = seen.ToArray();
            var page = data[list]!; // A list is never null.
            Compare($"{list}.totalCount", expected.Length, page["totalCount"]);
            Compare($"{list}.pageInfo", JsonNode.Parse("""{"hasNextPage":false,"hasPreviousPage":false}"""), page["pageInfo"]);
            var nodes = page["nodes"]!.AsArray();
            Compare($"{list}, which", Ids(expected.Select(Rendering.IdOf)), Ids(nodes.Select(node => node!["id"]!.GetValue<string>())));
            foreach (var (record, node) in expected.Zip(nodes))
                CompareFields($"{list}, {Rendering.IdOf(record)}", Rendering.Of(oracle, record), node!);
        }
    }

    /// <summary>Field by field, so that a difference is short to read.</summary>
    private void CompareFields(string what, JsonNode expected, JsonNode actual)
    {
        foreach (var (field, value) in expected.AsObject())
            Compare($"{what}.{field}", value, actual[field]);
    }

    /// <summary>Every record of the world by its id, and as many ids of nothing: what is hidden answers as what is not there.</summary>
    private async Task NodesAsync()
    {
        var asked = Records.Where(record => Rendering.IdOf(record).Length > 0)
            .Select(record => (Id: Rendering.IdOf(record), Record: (object?)record))
            .Concat(world.Kids.Take(1).Select(kid => (Id: AnotherId(kid.Id), Record: (object?)null)))
            .OrderBy(_ => random.Next()).ToArray();
        foreach (var some in asked.Chunk(10))
        {
            var variables = Enumerable.Range(0, 10).ToDictionary(i => $"i{i}", i => i < some.Length ? some[i].Id : "nothing");
            var data = await caller.DataAsync(Documents.Nodes, variables);
            for (var i = 0; i < some.Length; i++)
                CompareNode(some[i].Id, some[i].Record is { } record && Rendering.IsSeen(oracle, record) ? record : null, data[$"n{i}"]);
        }
    }

    private void CompareNode(string id, object? expected, JsonNode? actual)
    {
        Compare($"node {id}, type", expected is null ? null : Rendering.TypeOf(expected), actual?["__typename"]);
        if (expected is not null && actual is not null)
            CompareFields($"node {Rendering.TypeOf(expected)} {id}", Rendering.Of(oracle, expected), actual);
    }

    /// <summary>A role that sees no record is refused the lists, and told nothing.</summary>
    private async Task NothingAsync()
    {
        foreach (var list in new[] { "children", "incidents", "missingEpisodes", "missingNow", "referrals", "deadlines" })
        {
            var answer = await caller.AskAsync($"{{ {list} {{ totalCount nodes {{ id }} }} }}");
            Compare($"{list}, forbidden", "FORBIDDEN", answer["errors"]?[0]?["extensions"]?["code"]);
            Compare($"{list}, data", null, answer["data"]?[list]);
        }
    }

    private static JsonArray Ids(IEnumerable<string> ids) => new([.. ids.Select(id => (JsonNode)id)]);
}
