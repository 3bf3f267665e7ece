namespace AgencyGraph.Tests.Visibility.Worlds;

internal sealed partial class Comparison
{
    /// <summary>Who was shown what: how many in all, and of two children each.</summary>
    private async Task AccessesAsync()
    {
        var all = (await caller.DataAsync("{ childAccesses { totalCount } }"))["childAccesses"]!;
        Compare("childAccesses.totalCount", world.Accesses.Count(oracle.Sees), all["totalCount"]);
        foreach (var kid in Some(world.Kids.Where(kid => kid.Id.Length > 0), 2))
        {
            var page = (await caller.DataAsync(
                "query($child: ID!) { childAccesses(first: 100, filter: { child: $child }) { nodes { childId agency { code } reader } } }", new { child = kid.Id }))["childAccesses"]!;
            Compare(
                $"childAccesses of {kid.Name}", Ids(world.Accesses.Where(access => access.Kid == kid && oracle.Sees(access)).Select(access => $"{kid.Id} {access.Agency} {access.Reader}").Order(StringComparer.Ordinal)),
                Ids(page["nodes"]!.AsArray().Select(node => $"{node!["childId"]} {node["agency"]!["code"]} {node["reader"]}").Order(StringComparer.Ordinal)));
        }
    }
}
