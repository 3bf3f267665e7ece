using AgencyGraph.Tests.Contract.Plans;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Contract.Engine;

/// <summary>Text that no record can hold finds nothing, on both databases and both ways, and is no fault of the server's.</summary>
public sealed class ImpossibleTextTests
{
    private const string Nothing = "{\"data\":{\"it\":null}}";
    private const string None = "{\"data\":{\"it\":{\"totalCount\":0}}}";

    private static readonly string[] Impossible = ["a\\u0000", "\\u0000", "\\uD800", "\\u001F", new('x', 201)];

    [SkippableTheory, EveryDatabase]
    public async Task What_cannot_be_there_is_not_found(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var council = exchange.As(Role.HubPractitioner, "BUR");
        foreach (var text in Impossible)
        {
            await AskAsync($"{{ it: incident(by: {{ reference: \"{text}\" }}) {{ id }} }}", null, Nothing);
            await AskAsync($"{{ it: child(by: {{ local: {{ agency: \"BUR\", reference: \"{text}\" }} }}) {{ id }} }}", null, Nothing);
            await AskAsync($"{{ it: agency(by: {{ code: \"{text}\" }}) {{ code }} }}", null, Nothing);
            await AskAsync($"{{ it: incidents(first: 1, filter: {{ force: \"{text}\" }}) {{ totalCount }} }}", null, None);
        }

        await AskAsync("query($by: IncidentBy!) { it: incident(by: $by) { id } }", new { by = new { reference = "a\0" } }, Nothing);
        await AskAsync("query($f: IncidentFilter) { it: incidents(first: 1, filter: $f) { totalCount } }", new { f = new { force = "\0" } }, None);

        async Task AskAsync(string query, object? variables, string expected)
        {
            var (planned, engine) = await new BothWays(exchange).AskAsync(council, query, variables);
            Assert.Equal(expected, engine);
            Assert.Equal(expected, planned ?? expected);
        }
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_write_that_names_what_cannot_be_there_is_refused(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var answer = await exchange.As(Role.PoliceSystem, "greater-manchester").AskTextAsync(
            "mutation($input: MakeReferralInput!) { makeReferral(input: $input) { errors { code } } }",
            new { input = new { idempotencyKey = Guid.NewGuid(), to = "BUR\0", primaryNeed = "ABUSE_OR_NEGLECT", children = Impossible.Take(1), reason = "Because" } });
        Assert.DoesNotContain("INTERNAL", answer, StringComparison.Ordinal);
        Assert.Contains("\"makeReferral\":{\"errors\":[{\"code\":", answer, StringComparison.Ordinal);
    }
}
