using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Visibility.Worlds;
using AgencyGraph.Visibility;
using Xunit.Abstractions;

namespace AgencyGraph.Tests.Visibility;

/// <summary>Sight that is taken while its streams are open: the last word on what was taken is that it was.</summary>
public sealed class RevocationTests(ITestOutputHelper output)
{
    private const int Rounds = 100;
    private const string Follow = """
        subscription { updates { __typename
          ... on IncidentRecorded { incident { id reference } } ... on IncidentWithheld { incident { id } } ... on IncidentCorrected { incident { id } }
          ... on RecordVisible { record { id } } ... on RecordWithdrawn { handle } } }
        """;

    [SkippableTheory, EveryDatabase]
    public async Task After_a_move_a_restriction_or_a_withholding_no_frame_tells_of_what_was_taken(DatabaseKind kind)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var exchange = await RunningExchange.StartAsync(kind);
        await using var socket = await exchange.As(Role.CouncilSystem, "BUR").SubscribeAsync(Follow);
        using var events = await ExchangeEvents.OpenAsync(exchange, exchange.As(Role.HubPractitioner, "BUR"), Follow);

        var taken = new List<string>();
        for (var (round, serial) = (0, 7000); round < Rounds; round++)
            taken.Add(await TakeAsync(exchange, random, round, Numbers.NhsNumber(ref serial)));
        _ = await RecordAsync(exchange, 9_999, "BUR");

        foreach (var next in new Func<Task<JsonNode>>[] { socket.NextAsync, events.NextAsync })
        {
            var heard = await HearAsync(next);
            foreach (var id in taken)
            {
                var told = heard.Where(update => update.Id == id).Select(update => update.Type).ToList();
                Assert.True(told is [.., "RecordWithdrawn"], $"{id}: {string.Join(", ", told)}, seed {seed}");
                Assert.Single(told, "RecordWithdrawn");
            }
        }
    }

    /// <summary>An incident that Bury sees as the council responsible is taken from it, and then something more happens to it.</summary>
    private static async Task<string> TakeAsync(RunningExchange exchange, Random random, int round, string number)
    {
        var (force, hub) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.HubPractitioner, "BUR"));
        _ = await RecordAsync(exchange, 2 * round, "BUR", number);
        var recorded = await hub.RunAsync("recordChild", "RecordChildInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = $"B-{round}",
            givenName = "Ada",
            surname = "Test",
            bornOn = "2015-05-05",
            nhsNumber = number,
        }, "child { id } errors { code }");
        var incident = await RecordAsync(exchange, (2 * round) + 1, "SLF", number);
        var version = 1;
        switch (random.Next(3))
        {
            case 0:
                await DoAsync(hub, "transferResponsibility", new { idempotencyKey = Guid.NewGuid(), child = recorded["child"]!["id"], to = "BOL", reason = "Moved" });
                break;
            case 1:
                await DoAsync(force, "restrictRecord", new { idempotencyKey = Guid.NewGuid(), record = incident, named = Array.Empty<object>(), reason = "Harm" });
                break;
            default:
                await DoAsync(force, "withholdIncident", new { idempotencyKey = Guid.NewGuid(), by = new { id = incident }, expectedVersion = version++, reason = "Harm" });
                break;
        }

        await DoAsync(force, "withholdIncident", new { idempotencyKey = Guid.NewGuid(), by = new { id = incident }, expectedVersion = version, reason = "Again" });
        return incident;
    }

    private static async Task<string> RecordAsync(RunningExchange exchange, int number, string council, params string[] numbers)
    {
        var answer = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync(
            "recordIncident", "IncidentInput", Sample.Incident(number, council, true, numbers), "incident { id } errors { code }");
        return answer["incident"]!["id"]!.GetValue<string>(); // It was recorded.
    }

    private static async Task DoAsync(ExchangeCaller caller, string mutation, object input)
    {
        var answer = await caller.RunAsync(mutation, $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input", input, "errors { code message }");
        Assert.Empty(answer["errors"]!.AsArray());
    }

    /// <summary>All updates up to the one that was recorded last.</summary>
    private static async Task<List<(string Type, string Id)>> HearAsync(Func<Task<JsonNode>> next)
    {
        var heard = new List<(string, string)>();
        while (true)
        {
            var update = (await next())["data"]!["updates"]!;
            if (update["incident"]?["reference"]?.GetValue<string>() == "GMP/2026/9999")
                return heard;
            var id = update["handle"] ?? update["incident"]?["id"] ?? update["record"]?["id"];
            heard.Add((update["__typename"]!.GetValue<string>(), id?.GetValue<string>() ?? ""));
        }
    }
}
