using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgencyGraph.Agencies;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Admission;
using AgencyGraph.Contract.Engine;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Contract.Engine;

/// <summary>What is misspelt is refused without a hint of what there is.</summary>
public sealed partial class MisspeltNamesTests
{
    private const string Sentences =
        "The document does not fit the schema here Compare it with the contract What the request gives for a variable does not fit or lacks something "
        + "A value does not fit its type or limits "
        + "Your role may not call this operation";

    private static readonly (string Query, string Variables)[] Others =
    [
        ("query($f: IncidentFilter) { incidents(first: 1, filter: $f) { totalCount } }", """{"f":{"kinds":["DOMESTIC_ABUSE"],"force":"greater-manchester","recordedFrom":"2026-01-01T00:00:00Z"}}"""),
        ("query($by: ChildBy!) { child(by: $by) { id } }", """{"by":{"local":{"agency":"BUR","reference":"A-1"}}}"""),
        ("{ incidents(first: 1, order: RECORDED_LAST, filter: { kinds: [DOMESTIC_ABUSE] }) { totalCount } }", "{}"),
        ("mutation($input: RecordChildInput!) { recordChild(input: $input) { outcome } }", """{"input":{"idempotencyKey":"0b2f0b7e-5b0e-4c7e-9d57-6a2b6f1f2c11","localReference":"A-1","givenName":"Ada","surname":"Test","sex":"FEMALE"}}"""),
    ];

    [Fact]
    public async Task Who_may_not_ask_for_the_schema_is_told_no_name_that_was_not_in_the_request()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, settings: ["--DocumentAccess:IsIntrospectable=false"]);
        var names = Names(exchange);
        var refused = 0;
        foreach (var (query, variables) in Misspelt())
        {
            var messages = await MessagesAsync(exchange, query, variables);
            refused += messages.Count;
            // The parser knows no schema; its own words may be names of it.
            foreach (var message in messages.Where(message => !message.StartsWith("Error parsing query", StringComparison.Ordinal)))
            {
                var told = Word().Matches(message).Select(word => word.Value)
                    .Where(word => names.Contains(word) && !Sentences.Split(' ').Contains(word) && !$"{query} {variables}".Contains(word, StringComparison.Ordinal));
                Assert.True(!told.Any(), $"{query}\n{variables}\n{message}");
            }
        }

        Assert.True(refused > 300, $"{refused} refused.");
    }

    [Fact]
    public async Task Nobody_is_told_what_they_may_have_meant()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        foreach (var (query, variables) in Misspelt())
            Assert.All(await MessagesAsync(exchange, query, variables), message => Assert.DoesNotContain("mean", message, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Every name of every document and of its variables, spelt wrongly one at a time.</summary>
    private static IEnumerable<(string Query, string Variables)> Misspelt()
    {
        var whole = new TrustedDocuments().All.Select(document => (Query: document.Text, Variables: "{}")).Concat(Others);
        foreach (var (query, variables) in whole)
        {
            foreach (var wrong in Spellings(query))
                yield return (wrong, variables);
            foreach (var wrong in Spellings(variables))
                yield return (query, wrong);
        }
    }

    private static IEnumerable<string> Spellings(string text)
        => Word().Matches(text).Where(word => word.Length > 2 && word.Index > 0)
            .Select(word => $"{text[..(word.Index + 1)]}{text[(word.Index + 2)..]}");

    private static async Task<IReadOnlyList<string>> MessagesAsync(RunningExchange exchange, string query, string variables)
    {
        var session = new Session(new Caller("any", new AgencyCode("BUR"), Role.HubPractitioner, Purpose.Safeguarding), DateTimeOffset.MaxValue);
        var request = new GraphRequest(query, null, JsonSerializer.Deserialize<JsonElement>(variables), null);
        var graph = exchange.Services.GetRequiredService<IGraphService>();
        var errors = graph.KindOf(request) == RequestKind.Subscription
            ? (await graph.SubscribeAsync(request, session, CancellationToken.None) as StreamAnswer.Refused)?.Errors is { } array ? JsonNode.Parse(array.Span) : null
            : JsonNode.Parse((await graph.ExecuteAsync(request, session, CancellationToken.None)).Body.Span)!["errors"];
        return [.. (errors?.AsArray() ?? []).Select(error => error!["message"]!.GetValue<string>())];
    }

    private static HashSet<string> Names(RunningExchange exchange)
    {
        var schema = exchange.Services.GetRequiredService<GraphPrint>().Text();
        return [.. Word().Matches(Description().Replace(schema, "")).Select(word => word.Value)];
    }

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]+")]
    private static partial Regex Word();

    [GeneratedRegex("\"\"\".*?\"\"\"|\"[^\"\n]*\"", RegexOptions.Singleline)]
    private static partial Regex Description();
}
