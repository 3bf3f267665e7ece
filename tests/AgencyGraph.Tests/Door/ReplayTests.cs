using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Door;

public sealed class ReplayTests
{
    private const string RecordChild = "mutation($input: RecordChildInput!) { recordChild(input: $input) { outcome child { id } } }";
    private const string Allocate = "mutation($input: AllocateWorkerInput!) { allocateWorker(input: $input) { outcome } }";
    private const string SetAddress = "mutation($input: SetSafeAddressInput!) { setSafeAddress(input: $input) { outcome child { id } errors { code } } }";

    [SkippableTheory, EveryDatabase]
    public async Task A_repeated_request_is_answered_by_the_rules_of_its_own_day(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var council = exchange.As(Role.CouncilSystem, "BUR");
        var ann = exchange.As(Role.SocialWorker, "BUR", "ann");
        var recorded = await council.DataAsync(RecordChild, new { input = new { idempotencyKey = Guid.NewGuid(), localReference = "C-1", givenName = "Ada", surname = "Test" } });
        var child = recorded["recordChild"]!["child"]!["id"]!.GetValue<string>();
        await AllocateAsync("ann");
        var request = new
        {
            input = new { idempotencyKey = Guid.NewGuid(), child, expectedVersion = 1, address = new { lines = new[] { "1 Silver Street" }, postcode = "BL9 0SW", isSafe = true } },
        };

        var first = Payload(await ann.DataAsync(SetAddress, request));
        var again = Payload(await ann.DataAsync(SetAddress, request));
        await AllocateAsync("ben");
        var later = Payload(await ann.DataAsync(SetAddress, request));

        Assert.Equal(("CHANGED", child), (Outcome(first), first["child"]!["id"]!.GetValue<string>()));
        Assert.Equal(("REPLAYED", child), (Outcome(again), again["child"]!["id"]!.GetValue<string>()));
        Assert.Equal("REPLAYED", Outcome(later));
        Assert.Null(later["child"]);

        Task AllocateAsync(string worker)
            => council.DataAsync(Allocate, new { input = new { idempotencyKey = Guid.NewGuid(), child, worker } });
    }

    private static JsonNode Payload(JsonNode data) => data["setSafeAddress"]!;

    private static string? Outcome(JsonNode payload) => payload["outcome"]?.GetValue<string>();
}
