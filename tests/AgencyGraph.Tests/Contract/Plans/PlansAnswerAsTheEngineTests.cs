using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Xunit.Abstractions;

namespace AgencyGraph.Tests.Contract.Plans;

/// <summary>Every operation both ways, for every role, on both databases, to the byte.</summary>
[BeginsEarly]
public sealed class PlansAnswerAsTheEngineTests(ITestOutputHelper output)
{
    private static readonly (Role Role, string Agency, string? Subject)[] Callers =
    [
        (Role.PoliceSystem, "greater-manchester", null), (Role.PoliceOfficer, "merseyside", null), (Role.CouncilSystem, "BUR", null),
        (Role.HubPractitioner, "BUR", null), (Role.HubPractitioner, "WRL", null), (Role.SocialWorker, "BUR", "anna"), (Role.SocialWorker, "BUR", "ben"),
        (Role.Inspector, "BUR", null), (Role.Administrator, "BUR", null),
    ];

    [SkippableTheory, EveryDatabase]
    public async Task Plans_and_engine_give_the_same_bytes(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: ["--Documents:MaxFields=2000"]);
        var world = await SmallWorld.WriteAsync(exchange);
        var ways = new BothWays(exchange);
        var (planned, declined) = (0, new List<string>());
        foreach (var (role, agency, subject) in Callers)
            foreach (var (name, query, variables) in Questions.Of(world))
            {
                var answers = await ways.AskAsync(exchange.As(role, agency, subject), query, variables);
                if (answers.Planned is null)
                    declined.Add($"{role}: {name}");
                else
                    Assert.True(answers.Planned == answers.Engine, $"{role} {agency} {subject}: {name}\nplan:   {answers.Planned}\nengine: {answers.Engine}");
                planned += answers.Planned is null ? 0 : 1;
            }

        await ways.AssertLedgeredAsync();
        output.WriteLine($"{planned} planned; declined: {string.Join(", ", declined)}");
        var mayRead = declined.Where(refusal => !refusal.StartsWith("Inspector", StringComparison.Ordinal) && !refusal.StartsWith("Administrator", StringComparison.Ordinal));
        Assert.Equal([], mayRead.Where(refusal => !Questions.ForTheEngine.Any(name => refusal.EndsWith(name, StringComparison.Ordinal))
            && !refusal.Contains("NHS", StringComparison.Ordinal)
            && refusal != $"{Role.PoliceSystem}: referrals"));
    }
}
