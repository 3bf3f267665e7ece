using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Support.Running;

public sealed class RunningExchangeTests
{
    [SkippableTheory, EveryDatabase]
    public async Task What_a_council_records_it_reads_and_is_told(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var council = exchange.As(Role.HubPractitioner, "BUR");
        await using var stream = await council.SubscribeAsync("subscription { updates { __typename sequence ... on ChildRecorded { record { child { id } } } } }");

        var recorded = await council.DataAsync(
            "mutation($input: RecordChildInput!) { recordChild(input: $input) { child { id } errors { code message } } }",
            new { input = new { idempotencyKey = Guid.NewGuid(), localReference = "A-1", givenName = "Ada", surname = "Test" } });
        var id = recorded["recordChild"]?["child"]?["id"]?.GetValue<string>();
        var read = await council.DataAsync("{ children(first: 10) { totalCount nodes { id } } }");
        Assert.Equal($"{{\"children\":{{\"totalCount\":1,\"nodes\":[{{\"id\":\"{id}\"}}]}}}}", read.ToJsonString());
        Assert.Equal(
            $"{{\"data\":{{\"updates\":{{\"__typename\":\"ChildRecorded\",\"sequence\":1,\"record\":{{\"child\":{{\"id\":\"{id}\"}}}}}}}}}}",
            (await stream.NextAsync()).ToJsonString());
    }
}
