using System.Collections.Concurrent;
using System.Diagnostics;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Visibility.Worlds;
using AgencyGraph.Visibility;
using Xunit.Abstractions;

namespace AgencyGraph.Tests.Endurance;

/// <summary>Sight that is taken while its streams are open: soon the last word on what was taken is that it was. On PostgreSQL another node takes it.</summary>
[Collection(Alone.Name)]
public sealed class RevocationTests(ITestOutputHelper output)
{
    private const int AtOnce = 4;
    private const int Last = 999_999;
    private const string Follow = """
        subscription { updates { __typename
          ... on IncidentRecorded { incident { id reference } } ... on IncidentWithheld { incident { id } } ... on IncidentCorrected { incident { id } }
          ... on RecordVisible { record { id } } ... on RecordWithdrawn { handle } } }
        """;

    private static readonly string Resume = Follow.Replace("subscription { updates {", "subscription($after: Cursor) { updates(after: $after) {", StringComparison.Ordinal);
    private static readonly int Draws = FaultSize.Of(100, 2_000);
    private static readonly string[] Ways = ["move", "restriction", "withholding"];
    private static readonly StreamWay[] Transports = Enum.GetValues<StreamWay>();

    [SkippableTheory, EveryDatabase]
    public async Task After_a_move_a_restriction_or_a_withholding_no_frame_tells_of_what_was_taken(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        await using var other = kind == DatabaseKind.Postgres ? await exchange.StartAnotherNodeAsync() : null;
        await using var promptness = new Promptness();
        var position = (await exchange.As(Role.HubPractitioner, "BUR").DataAsync("{ feedPosition }"))["feedPosition"]!.GetValue<string>();
        await using var socket = await WayStream.OpenAsync(other ?? exchange, (other ?? exchange).As(Role.CouncilSystem, "BUR"), StreamWay.Socket, Follow);
        await using var events = await WayStream.OpenAsync(other ?? exchange, (other ?? exchange).As(Role.HubPractitioner, "BUR"), StreamWay.Events, Follow);
        var hearing = new[] { HearAsync(socket), HearAsync(events) };

        var taken = new ConcurrentBag<(string Way, string Id, long At)>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Draws * Ways.Length), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (draw, _) => taken.Add(await TakeAsync(exchange, Ways[draw % Ways.Length], draw)));
        _ = await RecordAsync(exchange, Last, "BUR");

        // Who comes again from before it all is told that much less: nothing that was taken, and not that it was there.
        await using var resumed = await WayStream.OpenAsync(exchange, exchange.As(Role.HubPractitioner, "BUR"), StreamWay.Socket, Resume, new { after = position });
        var again = await HearAsync(resumed);
        Assert.True(again.Count >= Draws, "The stream tells nothing: the test is blind.");
        Assert.All(taken, one => Assert.DoesNotContain(again[one.Id], update => update.Type != "RecordWithdrawn"));

        foreach (var heard in await Task.WhenAll(hearing))
        {
            foreach (var (way, id, at) in taken)
            {
                var told = heard[id].ToList();
                Assert.True(told is [.., ("RecordWithdrawn", _)], $"{way}: {string.Join(", ", told)}");
                Assert.Single(told, update => update.Type == "RecordWithdrawn");
                promptness.Add(way, Stopwatch.GetElapsedTime(at, told[^1].At));
            }
        }

        Tell(promptness.Keeps(Draws * hearing.Length, Ways));
    }

    [SkippableTheory, EveryDatabase]
    public async Task Whoever_is_suspended_is_sent_nothing_more_and_closed(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        await using var other = kind == DatabaseKind.Postgres ? await exchange.StartAnotherNodeAsync() : null;
        await using var promptness = new Promptness();
        using var end = new CancellationTokenSource();
        var recording = RecordOnAsync(exchange, end.Token);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Draws), new ParallelOptions { MaxDegreeOfParallelism = 2 * AtOnce },
            async (draw, _) => await SuspendAsync(exchange, other ?? exchange, $"hub-{draw}", promptness));

        await end.CancelAsync();
        await recording;
        Tell(promptness.Keeps(Draws * Transports.Length, "last frame", "closed"));
    }

    /// <summary>A force's or a council's systems in the wrong hands: one word ends everything that they have open, on every node.</summary>
    [SkippableTheory, EveryDatabase]
    public async Task All_streams_of_an_agency_that_is_suspended_are_closed_on_every_node_and_nobody_elses(DatabaseKind kind)
    {
        const int Each = 10;
        await using var exchange = await RunningExchange.StartAsync(kind);
        await using var other = kind == DatabaseKind.Postgres ? await exchange.StartAnotherNodeAsync() : null;
        await using var promptness = new Promptness();
        RunningExchange[] nodes = other is null ? [exchange] : [exchange, other];
        var streams = new List<WayStream>();
        foreach (var node in nodes)
        {
            for (var i = 0; i < Each; i++)
                streams.Add(await WayStream.OpenAsync(node, node.As(i % 2 == 0 ? Role.HubPractitioner : Role.CouncilSystem, "BUR", $"bury-{i}"), Transports[i % Transports.Length], Follow));
        }

        await using var neighbour = await WayStream.OpenAsync(nodes[^1], nodes[^1].As(Role.HubPractitioner, "BOL"), StreamWay.Socket, Follow);
        var ending = streams.Select(async stream => (Words: await stream.HearUntilClosedAsync(() => { }), At: Stopwatch.GetTimestamp())).ToList();
        await DoAsync(exchange.As(Role.Administrator, "WRL"), "suspendAccess", new { idempotencyKey = Guid.NewGuid(), whom = new { agency = "BUR" }, reason = "A test" });
        var at = Stopwatch.GetTimestamp();

        foreach (var (words, closed) in await Task.WhenAll(ending))
        {
            Assert.Equal("4403 SUSPENDED", words);
            promptness.Add("closed", Stopwatch.GetElapsedTime(at, closed));
        }

        Tell(promptness.KeepsWithin(TimeSpan.FromSeconds(2), streams.Count, "closed"));
        _ = await RecordAsync(exchange, 1, "BOL");
        Assert.Equal("IncidentRecorded", (await neighbour.NextUpdateAsync())["__typename"]!.GetValue<string>());
        foreach (var stream in streams)
            await stream.DisposeAsync();
    }

    private static async Task SuspendAsync(RunningExchange exchange, RunningExchange watched, string subject, Promptness promptness)
    {
        var hub = watched.As(Role.HubPractitioner, "BUR", subject);
        var streams = new List<WayStream>();
        foreach (var way in Transports)
            streams.Add(await WayStream.OpenAsync(watched, hub, way, Follow));
        foreach (var stream in streams)
            _ = await stream.NextUpdateAsync();
        var position = (await hub.DataAsync("{ feedPosition }"))["feedPosition"]!.GetValue<string>();
        var ending = streams.Select(EndAsync).ToList();

        var whom = new { idempotencyKey = Guid.NewGuid(), whom = new { subject }, reason = "A test" };
        var decided = await exchange.As(Role.Administrator, "WRL").RunAsync("suspendAccess", "SuspendAccessInput", whom, "outcome");
        var at = Stopwatch.GetTimestamp();

        Assert.Equal("RECORDED", decided["outcome"]?.GetValue<string>());
        foreach (var (words, last, closed) in await Task.WhenAll(ending))
        {
            Assert.Equal("4403 SUSPENDED", words);
            promptness.Add("last frame", Stopwatch.GetElapsedTime(at, last));
            promptness.Add("closed", Stopwatch.GetElapsedTime(at, closed));
        }

        foreach (var stream in streams)
            await stream.DisposeAsync();
        // Nor by any position.
        await using var again = await WayStream.OpenAsync(watched, hub, StreamWay.Events, Resume, new { after = position });
        Assert.Contains("SUSPENDED", await again.RefusedAsync(), StringComparison.Ordinal);

        static async Task<(string Words, long Last, long Closed)> EndAsync(WayStream stream)
        {
            var last = Stopwatch.GetTimestamp();
            var words = await stream.HearUntilClosedAsync(() => last = Stopwatch.GetTimestamp());
            return (words, last, Stopwatch.GetTimestamp());
        }
    }

    /// <summary>An incident that Bury sees as the council responsible is taken from it, and then something more happens to it.</summary>
    private static async Task<(string Way, string Id, long At)> TakeAsync(RunningExchange exchange, string way, int draw)
    {
        var (force, hub) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.HubPractitioner, "BUR"));
        var serial = 7_000 + (11 * draw); // Where one is no number, the next is taken; so each has its own.
        var number = Numbers.NhsNumber(ref serial);
        _ = await RecordAsync(exchange, 2 * draw, "BUR", number);
        var recorded = await hub.RunAsync("recordChild", "RecordChildInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = $"B-{draw}",
            givenName = "Ada",
            surname = "Test",
            bornOn = "2015-05-05",
            nhsNumber = number,
        }, "child { id } errors { code }");
        var incident = await RecordAsync(exchange, (2 * draw) + 1, "SLF", number);
        Task Withhold(int version) => DoAsync(
            force, "withholdIncident", new { idempotencyKey = Guid.NewGuid(), by = new { id = incident }, expectedVersion = version, reason = "Harm" });

        await (way switch
        {
            "move" => DoAsync(hub, "transferResponsibility", new { idempotencyKey = Guid.NewGuid(), child = recorded["child"]!["id"], to = "BOL", reason = "Moved" }),
            "restriction" => DoAsync(force, "restrictRecord", new { idempotencyKey = Guid.NewGuid(), record = incident, named = Array.Empty<object>(), reason = "Harm" }),
            _ => Withhold(1),
        });
        var at = Stopwatch.GetTimestamp();
        await Withhold(way == "withholding" ? 2 : 1);
        return (way, incident, at);
    }

    private static async Task RecordOnAsync(RunningExchange exchange, CancellationToken end)
    {
        for (var number = 0; !end.IsCancellationRequested; number++)
        {
            _ = await RecordAsync(exchange, number, "BUR");
            await Task.Delay(10, CancellationToken.None);
        }
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

    /// <summary>All updates up to the one that was recorded last, by record, with when they came.</summary>
    private static async Task<ILookup<string, (string Type, long At)>> HearAsync(WayStream stream)
    {
        var heard = new List<(string Id, string Type, long At)>();
        while (true)
        {
            var update = await stream.NextUpdateAsync();
            if (update["incident"]?["reference"]?.GetValue<string>() == $"GMP/2026/{Last}")
                return heard.ToLookup(each => each.Id, each => (each.Type, each.At));
            var id = update["handle"] ?? update["incident"]?["id"] ?? update["record"]?["id"];
            heard.Add((id?.GetValue<string>() ?? "", update["__typename"]!.GetValue<string>(), Stopwatch.GetTimestamp()));
        }
    }

    private void Tell(IEnumerable<string> measured)
    {
        foreach (var words in measured)
            output.WriteLine(words);
    }
}
