using AgencyGraph.Tests.Contract.Plans;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Contract.Engine;

/// <summary>A cursor opens only the list that gave it, by whichever way the answer is made.</summary>
public sealed class CursorPlacesTests
{
    private const string Use = "{ incidents(first: 1, after: $\n#\nc) { nodes { id } } children(first: 1, after: $ #\nc) { nodes { id } } }";

    [Fact]
    public async Task A_cursor_that_is_used_for_two_lists_is_refused_both_ways()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var council = exchange.As(Role.HubPractitioner, "BUR");
        for (var i = 0; i < 2; i++)
            _ = await council.DataAsync(
                "mutation($input: RecordChildInput!) { recordChild(input: $input) { errors { code } } }",
                new { input = new { idempotencyKey = Guid.NewGuid(), localReference = $"A-{i}", givenName = "Ada", surname = "Test" } });
        var page = await council.DataAsync("{ children(first: 1) { pageInfo { endCursor } } }");
        var cursor = page["children"]?["pageInfo"]?["endCursor"]?.GetValue<string>();

        var (planned, engine) = await new BothWays(exchange).AskAsync(council, $"query($c: Cursor) {Use}", new { c = cursor });
        Assert.Null(planned);
        Assert.Contains("CURSOR_INVALID", engine, StringComparison.Ordinal);
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_cursor_of_all_incidents_opens_no_childs_list(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var world = await SmallWorld.WriteAsync(exchange);
        var council = exchange.As(Role.HubPractitioner, "BUR");
        var page = await council.DataAsync("{ incidents(first: 1) { pageInfo { endCursor } } }");
        var variables = new { id = world.Children[0], c = page["incidents"]?["pageInfo"]?["endCursor"]?.GetValue<string>() };

        const string Below = "query($id: ID!, $c: Cursor) { node(id: $id) { ... on Child { incidents(first: 1, after: $c) { nodes { id } } } } }";
        var (planned, engine) = await new BothWays(exchange).AskAsync(council, Below, variables);
        Assert.Null(planned);
        Assert.Contains("CURSOR_INVALID", engine, StringComparison.Ordinal);
    }

    /// <summary>Each of its bytes by itself: PageSealTests.</summary>
    [SkippableTheory, EveryDatabase]
    public async Task A_cursor_that_was_changed_or_is_somebody_elses_opens_no_list(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        _ = await SmallWorld.WriteAsync(exchange);
        var anna = exchange.As(Role.HubPractitioner, "BUR", "anna");
        ExchangeCaller[] others = [exchange.As(Role.HubPractitioner, "BUR", "bert"), exchange.As(Role.HubLead, "BUR", "anna"), exchange.As(Role.HubPractitioner, "WRL", "anna")];
        foreach (var list in new[] { "incidents", "children", "referrals" })
        {
            var cursor = (await anna.DataAsync($"{{ {list}(first: 1) {{ pageInfo {{ endCursor }} }} }}"))[list]!["pageInfo"]!["endCursor"]!.GetValue<string>();
            var query = $"query($c: Cursor) {{ {list}(first: 1, after: $c) {{ nodes {{ id }} }} }}";
            Assert.NotNull((await anna.DataAsync(query, new { c = cursor }))[list]);

            var refused = new List<string>();
            foreach (var at in new[] { 0, cursor.Length / 2, cursor.Length - 2 })
                refused.Add(await anna.AskTextAsync(query, new { c = $"{cursor[..at]}{(cursor[at] == 'A' ? 'B' : 'A')}{cursor[(at + 1)..]}" }));
            foreach (var other in others)
                refused.Add(await other.AskTextAsync(query, new { c = cursor }));
            Assert.Contains("CURSOR_INVALID", refused[0], StringComparison.Ordinal);
            Assert.Single(refused.Distinct());
        }
    }
}
