using System.Diagnostics;
using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Contract.Engine;

/// <summary>A document costs no more than its own length before it is refused or run.</summary>
public sealed class LargeDocumentsTests
{
    [Theory]
    [InlineData("Child", "{ children(first: 1) { nodes { ...F0 } } }", "id", 7)]
    [InlineData("Query", "{ ...F0 }", "__typename", 3)]
    public async Task Fragments_that_double_at_each_step_cost_a_moment(string type, string operation, string leaf, int allowed)
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var council = exchange.As(Role.HubPractitioner, "BUR");
        _ = await council.DataAsync(
            "mutation($input: RecordChildInput!) { recordChild(input: $input) { errors { code } } }",
            new { input = new { idempotencyKey = Guid.NewGuid(), localReference = "A-1", givenName = "Ada", surname = "Test" } });
        _ = await council.DataAsync("{ children(first: 1) { nodes { id } } }");

        // By the engine, by the engine and compiled, by a plan.
        for (var time = 0; time < 3; time++)
        {
            var watch = Stopwatch.StartNew();
            Assert.Equal("TOO_COMPLEX", Code(await council.AskAsync($"{operation} {Doubling(type, leaf, 25)}")));
            Assert.Equal("TOO_COMPLEX", Code(await council.AskAsync($"{{ __typename }} {Doubling(type, leaf, 25)}")));
            Assert.Contains("\"data\":{\"", await council.AskTextAsync($"{operation} {Doubling(type, leaf, allowed)}"), StringComparison.Ordinal);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
        }
    }

    [Fact]
    public async Task A_document_that_would_unfold_without_end_is_refused()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var council = exchange.As(Role.HubPractitioner, "BUR");
        Assert.Equal("TOO_COMPLEX", Code(await council.AskAsync("{ children(first: 1) { nodes { ...F0 } } } " + Doubling("Child", "id", 25))));
        Assert.Equal("TOO_COMPLEX", Code(await council.AskAsync($"{{ {string.Join(' ', Enumerable.Range(0, 51).Select(i => $"a{i}: __typename"))} }}")));
        var deep = string.Concat(Enumerable.Repeat("children { nodes { incidents { nodes { ", 6)) + "id" + string.Concat(Enumerable.Repeat(" } } } }", 6));
        Assert.Equal("MAX_DEPTH", Code(await council.AskAsync($"{{ {deep} }}")));
        await using var stream = await council.SubscribeAsync("subscription { updates { ...F0 } } " + Doubling("Update", "__typename", 25));
        Assert.Contains("TOO_COMPLEX", (await stream.NextAsync()).ToJsonString(), StringComparison.Ordinal);
    }

    private static string Doubling(string type, string leaf, int steps)
        => string.Concat(Enumerable.Range(0, steps).Select(i => $"fragment F{i} on {type} {{ ...F{i + 1} ...F{i + 1} }} ")) + $"fragment F{steps} on {type} {{ {leaf} }}";

    private static string? Code(JsonNode answer) => answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();
}
