using System.Text.Json.Nodes;
using AgencyGraph.Retention;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgencyGraph.Tests.Retention;

/// <summary>What the tests of retention say again and again. Every record of these agencies is at the end of its time at once, and the tests say when somebody looks.</summary>
internal static class EndOfTime
{
    public const string Number = "9990000018";

    public const string Follow = """
        subscription($after: Cursor) { updates(after: $after) { __typename cursor ... on IncidentRecorded { incident { id } } ... on RecordWithdrawn { kind handle }
          ... on RecordErased { kind handle } } }
        """;

    private static readonly (string Agency, RetainedKind Kind)[] AtAnEnd =
    [
        (Sample.Force, RetainedKind.Incident), ("merseyside", RetainedKind.Incident), ("BUR", RetainedKind.ChildRecord), ("BUR", RetainedKind.Referral),
        ("WRL", RetainedKind.ChildRecord), (Sample.Force, RetainedKind.MissingEpisode),
    ];

    public static IReadOnlyList<string> AtOnce { get; } =
    [
        "--Retention:LookEvery=30.00:00:00", "--Retention:DestroyKeysEvery=30.00:00:00",
        .. AtAnEnd.SelectMany((each, i) => new[]
        {
            $"--Retention:Schedule:{i}:Agency={each.Agency}", $"--Retention:Schedule:{i}:Record={each.Kind}",
            $"--Retention:Schedule:{i}:RunsFrom=LastActivity", $"--Retention:Schedule:{i}:Years=0", $"--Retention:Schedule:{i}:Source=A test",
        }),
    ];

    public static RetentionWatch WatchOf(RunningExchange exchange) => Hosted<RetentionWatch>(exchange);

    public static LedgerKeys KeysOf(RunningExchange exchange) => Hosted<LedgerKeys>(exchange);

    public static Task LookAsync(this RunningExchange exchange) => WatchOf(exchange).LookAsync(CancellationToken.None);

    public static async Task<JsonArray> ReviewsAsync(this ExchangeCaller caller, bool? isOpen = true)
        => (await caller.DataAsync(
            "query($isOpen: Boolean) { retentionReviews(first: 50, filter: { isOpen: $isOpen }) { nodes { id version kind verdict incident { id } childRecord { id } referral { id } missingEpisode { id } } } }",
            new { isOpen }))["retentionReviews"]!["nodes"]!.AsArray();

    /// <summary>The one review of a kind that waits for the caller's decision.</summary>
    public static async Task<string> ReviewAsync(this ExchangeCaller caller, string kind)
        => Text((await caller.ReviewsAsync()).Single(review => Text(review!["kind"]) == kind)!["id"]);

    public static Task<JsonNode> DecideAsync(this ExchangeCaller caller, string review, string verdict, string? keepUntil = null, int expectedVersion = 1, Guid? key = null)
        => caller.RunAsync(
            "decideRetention", "DecideRetentionInput",
            new { idempotencyKey = key ?? Guid.NewGuid(), review, expectedVersion, verdict, keepUntil, reason = "The time is over" },
            "outcome errors { code path } review { version verdict keepUntil by incident { id } childRecord { id } }");

    /// <summary>Looks, and erases the caller's one record of a kind.</summary>
    public static async Task EraseAsync(this RunningExchange exchange, ExchangeCaller controller, string kind)
    {
        await exchange.LookAsync();
        var answer = await controller.DecideAsync(await controller.ReviewAsync(kind), "ERASE");
        Assert.True(answer["errors"]!.AsArray().Count == 0, answer.ToJsonString());
        Assert.Equal("ERASE", Text(answer["review"]!["verdict"]));
    }

    public static Task<JsonNode> HoldAsync(this ExchangeCaller caller, string record) => caller.RunAsync(
        "placeLegalHold", "PlaceLegalHoldInput", new { idempotencyKey = Guid.NewGuid(), record, reason = "Inquiry" },
        "outcome errors { code } hold { id version kind by liftedAt byAgency { code } child { id } incident { id } }");

    public static Task<JsonNode> LiftAsync(this ExchangeCaller caller, string hold, int expectedVersion = 1) => caller.RunAsync(
        "liftLegalHold", "LiftLegalHoldInput", new { idempotencyKey = Guid.NewGuid(), hold, expectedVersion, reason = "Over" }, "outcome errors { code } hold { version liftedBy }");

    /// <summary>An incident of a force, of a child with the number.</summary>
    public static async Task<(string Incident, string Child)> IncidentAsync(
        this RunningExchange exchange, int number = 1, string council = "BUR", string force = Sample.Force, string nhsNumber = Number)
    {
        var input = Sample.Incident(number, council, true, nhsNumber);
        if (force != Sample.Force)
            input["reference"] = $"MER/2026/{number}";
        var answer = await exchange.As(Role.PoliceSystem, force).RunAsync(
            "recordIncident", "IncidentInput", input, "incident { id children { child { id } } } errors { message }");
        return (Text(answer["incident"]!["id"]), Text(answer["incident"]!["children"]![0]!["child"]!["id"]));
    }

    /// <summary>A council's own record of the child with the number.</summary>
    public static async Task<string> ChildAsync(this ExchangeCaller council, string? nhsNumber = Number)
    {
        var answer = await council.RunAsync("recordChild", "RecordChildInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = "C-1",
            givenName = "Ada",
            surname = "Test",
            bornOn = "2015-05-05",
            nhsNumber,
        }, "child { id } errors { message }");
        return Text(answer["child"]!["id"]);
    }

    public static async Task<bool> SeesAsync(this ExchangeCaller caller, string id)
        => (await caller.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id }))["node"] is not null;

    public static string? CodeOf(JsonNode answer) => answer["errors"]!.AsArray() is [var first, ..] ? Text(first!["code"]) : null;

    public static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";

    private static THosted Hosted<THosted>(RunningExchange exchange) => exchange.Services.GetServices<IHostedService>().OfType<THosted>().Single();
}
