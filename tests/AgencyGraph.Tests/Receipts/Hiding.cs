using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support.Running;
using static AgencyGraph.Tests.Receipts.Acknowledging;

namespace AgencyGraph.Tests.Receipts;

/// <summary>What the tests of deliveries that are hidden from somebody say again and again.</summary>
internal static class Hiding
{
    /// <summary>The NHS number of the child whom <see cref="RecordChildAsync"/> records.</summary>
    public const string Number = "9990000018";

    /// <summary>A system becomes its council's receiver, and has acknowledged what there is.</summary>
    public static async Task<string> BeginAsync(ExchangeCaller force, ExchangeCaller system)
    {
        await using var stream = await system.SubscribeAsync(Follow);
        _ = await force.RecordAsync(1, "BUR");
        var cursor = await stream.NextCursorAsync();
        await system.BecomeReceiverAsync(cursor);
        _ = await system.AcknowledgeAsync(cursor);
        return cursor;
    }

    public static async Task<string> RecordChildAsync(this ExchangeCaller practitioner)
    {
        var input = new { idempotencyKey = Guid.NewGuid(), localReference = "B-1", givenName = "Ada", surname = "Test", bornOn = "2015-05-05", nhsNumber = Number };
        return Text((await practitioner.RunAsync("recordChild", "RecordChildInput", input, "child { id }"))["child"]?["id"]);
    }

    /// <param name="subjects">Of the council of Bury.</param>
    public static Task RestrictAsync(this ExchangeCaller caller, string record, params string[] subjects)
        => caller.RestrictAsync(record, subjects.Select(subject => ("BUR", subject)));

    public static async Task RestrictAsync(this ExchangeCaller caller, string record, IEnumerable<(string Agency, string Subject)> workers)
    {
        var named = workers.Select(worker => new { agency = worker.Agency, subject = worker.Subject });
        var answer = await caller.RunAsync(
            "restrictRecord", "RestrictRecordInput", new { idempotencyKey = Guid.NewGuid(), record, named, reason = "Harm" }, "outcome");
        Assert.Equal("RECORDED", Text(answer["outcome"]));
    }

    public static async Task LiftAsync(this ExchangeCaller caller, string record)
    {
        var answer = await caller.RunAsync(
            "liftRestriction", "LiftRestrictionInput", new { idempotencyKey = Guid.NewGuid(), record, reason = "Over" }, "outcome");
        Assert.Equal("RECORDED", Text(answer["outcome"]));
    }

    /// <summary>The first link, as the caller reads it.</summary>
    public static async Task<string> LinkAsync(this ExchangeCaller caller)
        => (await caller.DataAsync("{ links(first: 5) { nodes { waiting oldestWaitingAt } } }"))["links"]!["nodes"]![0]!.ToJsonString();

    public static async Task<int> WaitingAsync(this ExchangeCaller caller) => JsonNode.Parse(await caller.LinkAsync())!["waiting"]!.GetValue<int>();

    /// <summary>The cursor of the update that tells of an incident's recording.</summary>
    public static async Task<string> CursorOfAsync(this ExchangeStream stream, JsonNode recorded)
    {
        while (true)
        {
            var update = await stream.NextAsync();
            if (update["data"]?["updates"]?["incident"]?["id"]?.GetValue<string>() == IdOf(recorded))
                return CursorOf(update);
        }
    }

    public static string IdOf(JsonNode recorded) => Text(recorded["incident"]?["id"]);
}
