using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support.Running;

namespace AgencyGraph.Tests.Visibility.Worlds;

internal sealed partial class Comparison
{
    private int reached;

    /// <summary>Whichever way a record is reached, it is one that the caller sees, and it shows there what it shows by its id.</summary>
    public static async Task<(IReadOnlyList<string> Differences, int Reached)> RunAlongAsync(ExchangeCaller caller, Oracle oracle, Random random, IEnumerable<SchemaPath> paths)
    {
        var comparison = new Comparison(caller, oracle, random);
        foreach (var path in paths)
            await comparison.AlongAsync(path);
        return (comparison.differences, comparison.reached);
    }

    private async Task AlongAsync(SchemaPath path)
    {
        var answer = await caller.AskAsync(path.Query);
        if (answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>() is { } code)
        {
            Compare($"{string.Join('.', path.Names)}, refused", "FORBIDDEN", code);
            return;
        }

        foreach (var node in EndsOf(answer["data"], path.Names, 0))
        {
            reached++;
            var id = node["id"]!.GetValue<string>(); // A node has one.
            var what = $"{string.Join('.', path.Names)}, {node["__typename"]} {id}";
            if (Records.FirstOrDefault(record => Rendering.IdOf(record) == id) is { } found && Rendering.IsSeen(oracle, found))
                CompareFields(what, Rendering.Of(oracle, found), node);
            else
                Compare(what, null, node);
        }
    }

    private static IEnumerable<JsonNode> EndsOf(JsonNode? at, IReadOnlyList<string> names, int depth) => at switch
    {
        null => [],
        JsonArray items => items.SelectMany(item => EndsOf(item, names, depth)),
        JsonObject page when page["nodes"] is JsonArray nodes => EndsOf(nodes, names, depth),
        _ when depth == names.Count => [at],
        _ => EndsOf(at[names[depth]], names, depth + 1),
    };
}
