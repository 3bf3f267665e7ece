using System.Globalization;
using System.Text.Json.Nodes;
using AgencyGraph.Feed;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Timeliness;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgencyGraph.Tests.Timeliness;

/// <summary>What the tests of deadlines say again and again. The tests say when somebody looks, and as if when.</summary>
internal static class Clockwork
{
    public const string Number = "9990000018";

    public const string Follow = """
        subscription { updates(kinds: [DEADLINE_AT_RISK, DEADLINE_MISSED, DEADLINE_ESCALATED]) { __typename
          ... on DeadlineAtRisk { deadline { ...D } } ... on DeadlineMissed { deadline { ...D } } ... on DeadlineEscalated { deadline { ...D } } } }
        fragment D on Deadline { clock { code } state escalatedTo }
        """;

    public const string OfReferral = """
        query($id: ID!) { referral(by: { id: $id }) { deadlines {
          id version kind clock { code council limit unit } toActBy { code } startedAt dueAt dueUnknown amberAt state escalatedTo pausedAt pauseReason
          pauses { pausedAt reason resumedAt } stoppedAt end referral { id } } } }
        """;

    public static DeadlineWatch WatchOf(RunningExchange exchange) => exchange.Services.GetServices<IHostedService>().OfType<DeadlineWatch>().Single();

    /// <summary>A force refers the child of an incident.</summary>
    public static async Task<(string Referral, string Child)> ReferAsync(this RunningExchange exchange, string council = "BUR", int number = 1)
    {
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var incident = (await force.RunAsync(
            "recordIncident", "IncidentInput", Sample.Incident(number, council, true, Number), "incident { id children { child { id } } } errors { message path }"))["incident"]!;
        var child = Text(incident["children"]![0]!["child"]!["id"]);
        var made = await force.RunAsync("makeReferral", "MakeReferralInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            to = council,
            primaryNeed = "ABUSE_OR_NEGLECT",
            children = new[] { child },
            incidents = new[] { Text(incident["id"]) },
        }, "referral { id } errors { message path }");
        return (Text(made["referral"]!["id"]), child);
    }

    public static Task AcknowledgeAsync(this ExchangeCaller hub, string referral, int version = 1)
        => StepAsync(hub, "acknowledgeReferral", "AcknowledgeReferralInput", new { idempotencyKey = Guid.NewGuid(), referral, expectedVersion = version });

    public static Task RateAsync(this ExchangeCaller hub, string referral, int version, string rating)
        => StepAsync(hub, "rateReferral", "RateReferralInput", new { idempotencyKey = Guid.NewGuid(), referral, expectedVersion = version, rating, rationale = "A test." });

    public static Task DecideAsync(this ExchangeCaller hub, string referral, int version)
        => StepAsync(hub, "decideReferral", "DecideReferralInput", new { idempotencyKey = Guid.NewGuid(), referral, expectedVersion = version, outcome = "ASSESSMENT", rationale = "A test." });

    public static async Task<JsonArray?> DeadlinesAsync(this ExchangeCaller caller, string referral)
        => (await caller.DataAsync(OfReferral, new { id = referral }))["referral"]?["deadlines"]?.AsArray();

    /// <summary>The deadlines that the caller sees, each as its clock and what its filter says of it.</summary>
    public static async Task<string[]> ListAsync(this ExchangeCaller caller, string filter = "")
    {
        var data = await caller.DataAsync($"{{ deadlines(first: 50{(filter.Length > 0 ? $", filter: {{ {filter} }}" : "")}) {{ totalCount nodes {{ clock {{ code }} state }} }} }}");
        var nodes = data["deadlines"]!["nodes"]!.AsArray();
        Assert.Equal(nodes.Count, data["deadlines"]!["totalCount"]!.GetValue<int>());
        return [.. nodes.Select(node => $"{Text(node!["clock"]!["code"])} {Text(node["state"])}")];
    }

    /// <summary>What the feed holds of deadlines, in its order.</summary>
    public static async Task<IReadOnlyList<(UpdateKind Kind, DateTime OccurredAt)>> ToldAsync(RunningExchange exchange)
    {
        await using var db = exchange.Database.Open();
        var told = await db.Set<FeedEntry>().Where(entry => entry.RecordKind == RecordKind.Deadline).OrderBy(entry => entry.Position)
            .Select(entry => new { entry.Kind, entry.OccurredAt }).ToListAsync();
        return [.. told.Select(one => (one.Kind, one.OccurredAt))];
    }

    public static async Task<string> NextToldAsync(this ExchangeStream stream)
    {
        var update = (await stream.NextAsync())["data"]!["updates"]!;
        var deadline = update["deadline"]!;
        return $"{Text(update["__typename"])} {Text(deadline["clock"]!["code"])} {Text(deadline["state"])} {deadline["escalatedTo"]?.GetValue<string>()}".TrimEnd();
    }

    public static DateTime Instant(JsonNode? node) => DateTime.Parse(Text(node), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

    public static string Text(JsonNode? node) => node?.GetValue<string>() ?? throw new InvalidOperationException("Nothing was answered here.");

    private static async Task StepAsync(ExchangeCaller hub, string mutation, string type, object input)
    {
        var answer = await hub.RunAsync(mutation, type, input, "outcome errors { code message }");
        Assert.True(answer["errors"]!.AsArray().Count == 0, $"{mutation}: {answer.ToJsonString()}");
    }
}
