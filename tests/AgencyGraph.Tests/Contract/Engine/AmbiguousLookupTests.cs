using AgencyGraph.Children;
using AgencyGraph.Tests.Contract.Plans;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Contract.Engine;

/// <summary>Which of two children is meant is never chosen by chance.</summary>
public sealed class AmbiguousLookupTests
{
    [SkippableTheory, EveryDatabase]
    public async Task A_lookup_that_matches_two_children_is_refused_both_ways(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var council = exchange.As(Role.HubPractitioner, "BUR");
        var upn = "ABCDEFGHJKLMNPQRTUVWXYZ".Select(letter => letter + "801200005001").First(text => Upn.TryParse(text, out _));
        for (var i = 0; i < 2; i++)
        {
            var input = new { idempotencyKey = Guid.NewGuid(), localReference = $"B-{i}", givenName = "Ada", surname = "Test", bornOn = "2018-05-04", nhsNumber = A.NhsNumber(), upn };
            var written = await council.DataAsync(
                "mutation($input: RecordChildInput!) { recordChild(input: $input) { child { id } errors { code message path } } }", new { input });
            Assert.NotNull(written["recordChild"]?["child"]);
        }

        var (planned, engine) = await new BothWays(exchange).AskAsync(council, "query($by: ChildBy!) { child(by: $by) { id } }", new { by = new { upn } });
        Assert.Null(planned);
        Assert.Contains("\"code\":\"AMBIGUOUS\"", engine, StringComparison.Ordinal);
    }
}
