using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Contract.Engine;

/// <summary>Each limit by its code: what is just within is run, and what is just beyond is not looked at.</summary>
public sealed class DocumentLimitsTests(Standing standing) : IClassFixture<Standing>
{
    private const string Deep = "children(first: 1) { nodes { incidents(first: 1) { edges { node { children { child { records { agency { force { force { force {";

    private static readonly string DeepEnd = string.Concat(Enumerable.Repeat(" }", 13));

    public static TheoryData<string, string, string?> Documents => new()
    {
        { "depth 10", $"{{ {Deep} code {DeepEnd}", null },
        { "depth 11", $"{{ {Deep} force {{ code }} {DeepEnd}", "MAX_DEPTH" },
        { "depth 11 by a fragment", $"{{ {Deep} ...F {DeepEnd} fragment F on Agency {{ force {{ code }} }}", "MAX_DEPTH" },
        { "10,000 braces", string.Concat(Enumerable.Repeat("{a", 10_000)), "MAX_DEPTH" },
        { "1,000 braces", string.Concat(Enumerable.Repeat("{a", 1_000)), "MAX_DEPTH" },
        { "1,000 brackets", $"{{ a(b: {new string('[', 1_000)}", "MAX_DEPTH" },
        { "59 inline fragments", $"{{ {string.Concat(Enumerable.Repeat("... { ", 59))} __typename {new string('}', 60)}", null },
        { "60 inline fragments", $"{{ {string.Concat(Enumerable.Repeat("... { ", 60))} __typename {new string('}', 61)}", "MAX_DEPTH" },
        { "10 root fields", $"{{ {Many(10)} }}", null },
        { "11 root fields", $"{{ {Many(11)} }}", "TOO_COMPLEX" },
        { "30 aliases", $"{{ agencies(first: 1) {{ nodes {{ {Many(30)} }} }} }}", null },
        { "31 aliases", $"{{ agencies(first: 1) {{ nodes {{ {Many(31)} }} }} }}", "TOO_COMPLEX" },
        { "31 aliases by a fragment", $"{{ agencies(first: 1) {{ nodes {{ {Many(16)} ...F }} edges {{ node {{ ...F }} }} }} }} fragment F on Agency {{ {Many(8)} }}", "TOO_COMPLEX" },
        { "500 fields", $"{{ agencies(first: 1) {{ nodes {{ {Fields(498)} }} }} }}", null },
        { "501 fields", $"{{ agencies(first: 1) {{ nodes {{ {Fields(499)} }} }} }}", "TOO_COMPLEX" },
        { "5,001 tokens", $"{{ agencies(first: 1, after: {string.Concat(Enumerable.Repeat("a ", 4_991))}) {{ totalCount }} }}", "TOO_COMPLEX" },
        { "tokens of a comment", $"{{ __typename }} {string.Concat(Enumerable.Repeat("#\n", 5_000))}", "TOO_COMPLEX" },
        { "8 directives", $"{{ __typename {Directives(8)} }}", "VALIDATION_FAILED" },
        { "200 directives", $"{{ __typename {Directives(200)} }}", "TOO_COMPLEX" },
        { "200 directives on an operation", $"query {Directives(200)} {{ __typename }}", "TOO_COMPLEX" },
        { "200 directives on a spread", $"{{ ...F {Directives(200)} }} fragment F on Query {{ __typename }}", "TOO_COMPLEX" },
        { "a fragment of itself", "{ ...F } fragment F on Query { ...F }", "VALIDATION_FAILED" },
        { "a ring of fragments", "{ ...F } fragment F on Query { __typename ...G } fragment G on Query { ...H } fragment H on Query { ...F }", "VALIDATION_FAILED" },
        { "a ring that is not used", "{ __typename } fragment F on Query { ...G } fragment G on Query { ...F ...F }", "VALIDATION_FAILED" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_is_within_its_limits_or_refused(string what, string document, string? code)
    {
        var answer = await standing.Exchange.As(Role.HubPractitioner, "BUR").AskAsync(document);
        Assert.True(code == Code(answer), $"{what}: {answer.ToJsonString()}");
    }

    [Fact]
    public async Task Overlapping_fields_by_the_thousand_are_refused_before_any_rule_looks_at_them()
    {
        // 82 KB; the rule that compares overlapping fields with each other would take seconds, and would have found `b` to differ.
        var document = $"{{ {string.Concat(Enumerable.Repeat("a { b } ", 10_000))} a {{ b: c }} }}";
        var answer = await standing.Exchange.As(Role.HubPractitioner, "BUR").AskAsync(document);
        Assert.Equal("TOO_COMPLEX", Code(answer));
        Assert.Contains("tokens", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Single(answer["errors"]!.AsArray());
    }

    [Fact]
    public async Task A_whole_introspection_is_within_the_limits_and_an_endless_one_is_not()
    {
        // As deep as GraphiQL and the code generators ask.
        var reference = $"fragment R on __Type {{ {string.Concat(Enumerable.Repeat("kind name ofType { ", 9))} name {new string('}', 9)} }}";
        var hub = standing.Exchange.As(Role.HubPractitioner, "BUR");
        Assert.Null(Code(await hub.AskAsync(
            "{ __schema { types { name fields(includeDeprecated: true) { name args { name type { ...R } } type { ...R } } inputFields { name type { ...R } } interfaces { ...R } possibleTypes { ...R } } } } " + reference)));
        var endless = string.Concat(Enumerable.Repeat("fields { type { ", 10)) + "name" + string.Concat(Enumerable.Repeat(" } }", 10));
        Assert.Equal("MAX_DEPTH", Code(await hub.AskAsync($"{{ __schema {{ types {{ {endless} }} }} }}")));
    }

    [Theory]
    [InlineData("MaxDepth", "3", "{ agencies(first: 1) { nodes { force { force { code } } } } }", "MAX_DEPTH")]
    [InlineData("MaxFields", "3", "{ agencies(first: 1) { nodes { code name } } }", "TOO_COMPLEX")]
    [InlineData("MaxTokens", "4", "{ me { role } }", "TOO_COMPLEX")]
    [InlineData("MaxLength", "10", "{ __typename }", "TOO_COMPLEX")]
    public async Task A_limit_is_what_it_is_set_to(string name, string value, string document, string code)
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, settings: [$"--Documents:{name}={value}"]);
        Assert.Equal(code, Code(await exchange.As(Role.HubPractitioner, "BUR").AskAsync(document)));
    }

    [Theory]
    [InlineData("--Documents:MaxDepth=0")]
    [InlineData("--Documents:MaxNesting=1000")]
    [InlineData("--Documents:MaxDeepth=5")]
    public async Task A_limit_without_sense_stops_the_start(string setting)
        => Assert.Contains("Max", (await Assert.ThrowsAnyAsync<Exception>(() => RunningExchange.StartAsync(DatabaseKind.Sqlite, settings: [setting]))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_trusted_document_is_within_the_limits()
    {
        var documents = standing.Exchange.Services.GetRequiredService<AgencyGraph.Contract.Engine.Documents>();
        Assert.All(new AgencyGraph.Contract.Admission.TrustedDocuments().All, document => documents.Parse(document.Text));
    }

    private static string Many(int count) => string.Join(' ', Enumerable.Range(0, count).Select(i => $"a{i}: __typename"));

    private static string Fields(int count) => string.Concat(Enumerable.Repeat("code ", count));

    private static string Directives(int count) => string.Concat(Enumerable.Repeat("@skip(if: false) ", count));

    private static string? Code(JsonNode answer) => answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();
}
