using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Contract.Engine;

/// <summary>What the specification of September 2025 asks for and the engine does not do by itself.</summary>
public sealed class SpecificationTests(Standing standing) : IClassFixture<Standing>
{
    [Theory]
    [InlineData("\"What\" query Q { agency(by: { code: \"BUR\" }) { code } }")]
    [InlineData("\"\"\"What\nit \\\"\"\" asks\"\"\" # and why\nquery Q(\"which\" $c: String! = \"BUR\" \"\"\"whether\"\"\" $no: Boolean = false) { agency(by: { code: $c }) { code name @include(if: $no) } }")]
    [InlineData("query Q { agency(by: { code: \"BUR\" }) { ...F } } \"A part\" fragment F on Agency { code }")]
    public async Task Operations_variables_and_fragments_may_be_described(string document)
        => Assert.Equal("""{"data":{"agency":{"code":"BUR"}}}""", await Hub().AskTextAsync(document));

    [Theory]
    [InlineData("\"What\" { __typename }")]
    [InlineData("\"What\" \"else\" { __typename }")]
    [InlineData("query Q { \"What\" __typename }")]
    [InlineData("\"What\"")]
    public async Task Nothing_else_may_be_described(string document)
        => Assert.Equal("SYNTAX_ERROR", Code(await Hub().AskAsync(document)));

    [Theory]
    [InlineData("subscription { updates @include(if: true) { id } }")]
    [InlineData("subscription { updates @skip(if: false) { id } }")]
    [InlineData("subscription { ... @include(if: true) { updates { id } } }")]
    [InlineData("subscription { ...F @skip(if: false) } fragment F on Subscription { updates { id } }")]
    [InlineData("subscription { updates { id } other: updates { id } }")]
    [InlineData("subscription { ...F updates { id } } fragment F on Subscription { ... { ... { other: updates { id } } } }")]
    [InlineData("subscription { ...F } fragment F on Subscription { ...G ...H } fragment G on Subscription { updates { id } } fragment H on Subscription { b: updates { id } }")]
    [InlineData("subscription { __typename }")]
    public async Task A_subscription_has_one_root_field_without_conditions(string document)
    {
        await using var stream = await Hub().SubscribeAsync(document);
        var errors = await stream.NextAsync();
        Assert.Equal("VALIDATION_FAILED", errors[0]!["extensions"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_subscription_may_select_its_root_field_in_parts()
    {
        await using var stream = await Hub().SubscribeAsync("subscription { updates { id } ...F } fragment F on Subscription { updates { sequence } }");
        Assert.False(stream.HasHeard);
    }

    [Fact]
    public async Task Introspection_tells_where_scalars_are_specified_and_what_repeats_or_is_deprecated()
    {
        var data = await Hub().DataAsync("""
            {
              number: __type(name: "LocalDate") { name specifiedByURL }
              built: __type(name: "Child") { specifiedByURL }
              by: __type(name: "ChildBy") { isOneOf inputFields(includeDeprecated: true) { isDeprecated deprecationReason } }
              __schema { directives { name isRepeatable args(includeDeprecated: true) { isDeprecated } } }
            }
            """);
        Assert.StartsWith("https://", data["number"]!["specifiedByURL"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(data["built"]!["specifiedByURL"]);
        Assert.True(data["by"]!["isOneOf"]!.GetValue<bool>());
        Assert.All(data["by"]!["inputFields"]!.AsArray(), field => Assert.False(field!["isDeprecated"]!.GetValue<bool>()));
        Assert.Contains(data["__schema"]!["directives"]!.AsArray(), directive => directive!["name"]!.GetValue<string>() == "include" && !directive["isRepeatable"]!.GetValue<bool>());
    }

    private static string? Code(JsonNode answer) => answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();

    private ExchangeCaller Hub() => standing.Exchange.As(Role.HubPractitioner, "BUR");
}
