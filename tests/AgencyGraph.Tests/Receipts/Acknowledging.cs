using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support.Running;

namespace AgencyGraph.Tests.Receipts;

/// <summary>What the tests of receipts say again and again.</summary>
internal static class Acknowledging
{
    public const string Follow = "subscription { updates { __typename cursor ... on IncidentRecorded { incident { id version } } } }";

    public static Task<JsonNode> AcknowledgeAsync(this ExchangeCaller caller, string cursor) => caller.RunAsync(
        "acknowledgeUpdates", "AcknowledgeUpdatesInput", new { idempotencyKey = Guid.NewGuid(), cursor },
        "outcome errors { code } acknowledgement { id consumer role cursor acknowledgedAt isReceipt agency { code } }");

    public static Task<JsonNode> DesignateAsync(this ExchangeCaller caller, string consumer) => caller.RunAsync(
        "designateReceiver", "DesignateReceiverInput", new { idempotencyKey = Guid.NewGuid(), consumer },
        "outcome errors { code } designation { consumer by designatedAt agency { code } }");

    public static Task<JsonNode> RecordAsync(this ExchangeCaller force, int number, string council, bool isShared = true) => force.RunAsync(
        "recordIncident", "IncidentInput", Sample.Incident(number, council, isShared), "outcome incident { id version sharedAt }");

    /// <summary>The cursor of the next update, which is what a consumer keeps of it.</summary>
    public static async Task<string> NextCursorAsync(this ExchangeStream stream) => CursorOf(await stream.NextAsync());

    public static string CursorOf(JsonNode update) => Text(update["data"]?["updates"]?["cursor"]);

    /// <summary>Lets a system acknowledge for its agency; it has acknowledged the cursor by then, which did not count.</summary>
    public static async Task BecomeReceiverAsync(this ExchangeCaller system, string cursor)
    {
        Assert.Equal("CHANGED", Text((await system.AcknowledgeAsync(cursor))["outcome"]));
        Assert.Equal("RECORDED", Text((await system.DesignateAsync(system.Subject))["outcome"]));
    }

    /// <summary>When the delivery of an incident arrived, and when it was acknowledged, as the force reads it.</summary>
    public static async Task<(string? DeliveredAt, string? AcknowledgedAt)> DeliveryAsync(this ExchangeCaller caller, JsonNode recorded)
    {
        var read = await caller.DataAsync(
            "query($id: ID!) { incident(by: { id: $id }) { deliveries { deliveredAt acknowledgedAt } } }", new { id = Text(recorded["incident"]?["id"]) });
        var delivery = Assert.Single(read["incident"]?["deliveries"]?.AsArray() ?? []);
        return (delivery?["deliveredAt"]?.GetValue<string>(), delivery?["acknowledgedAt"]?.GetValue<string>());
    }

    public static string? CodeOf(JsonNode payload) => payload["errors"]?[0]?["code"]?.GetValue<string>();

    public static string Text(JsonNode? node) => node?.GetValue<string>() ?? throw new InvalidOperationException("Nothing was answered here.");
}
