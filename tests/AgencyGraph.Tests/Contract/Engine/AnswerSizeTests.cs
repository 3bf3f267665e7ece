using System.Text.Json.Nodes;
using AgencyGraph.Tests.Contract.Plans;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Contract.Engine;

/// <summary>An answer that grows past its bound is given up, by plans and by the engine, on both databases.</summary>
public sealed class AnswerSizeTests
{
    private const string Named = "query($n: Int) { agencies(first: $n) { nodes { code name region } } }";

    [SkippableTheory, EveryDatabase]
    public async Task An_answer_larger_than_it_may_be_is_a_coded_error(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: ["--Documents:MaxAnswerBytes=4000"]);
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        var (planned, engine) = await new BothWays(exchange).AskAsync(hub, Named, new { n = 5 });
        Assert.Equal(engine, planned);
        Assert.Contains("\"nodes\":[{", engine, StringComparison.Ordinal);

        (planned, engine) = await new BothWays(exchange).AskAsync(hub, Named, new { n = 100 });
        Assert.Equal("ANSWER_TOO_LARGE", Code(engine));
        Assert.Equal(engine, planned);
        Assert.True(JsonNode.Parse(engine)!.AsObject().ContainsKey("data"));
    }

    [SkippableTheory, EveryDatabase]
    public async Task The_engine_reads_no_more_rows_than_an_answer_may_need(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: ["--Documents:MaxAnswerRows=50", "--Plans:AreUsed=false"]);
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        Assert.Null(Code(await hub.AskTextAsync(Named, new { n = 40 })));
        Assert.Equal("ANSWER_TOO_LARGE", Code(await hub.AskTextAsync(Named, new { n = 60 })));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_write_whose_answer_is_too_large_stands(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: ["--Documents:MaxAnswerBytes=300"]);
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        var selection = string.Concat(Enumerable.Range(0, 20).Select(i => $"a{i}: id "));
        var answer = await hub.AskTextAsync(
            $"mutation($input: RecordChildInput!) {{ recordChild(input: $input) {{ child {{ {selection} }} }} }}",
            new { input = new { idempotencyKey = Guid.NewGuid(), localReference = "A-1", givenName = "Ada", surname = "Test" } });
        Assert.Equal("ANSWER_TOO_LARGE", Code(answer));
        Assert.Equal("""{"data":{"children":{"totalCount":1}}}""", await hub.AskTextAsync("{ children(first: 1) { totalCount } }"));
    }

    private static string? Code(string answer) => JsonNode.Parse(answer)!["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();
}
