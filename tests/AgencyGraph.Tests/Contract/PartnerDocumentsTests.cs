using System.Text.Json.Nodes;
using AgencyGraph.Tests.Retention;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Contract;

/// <summary>Every document that partners run, run by the partner whom it is for, one after the other on one exchange.</summary>
public sealed partial class PartnerDocumentsTests
{
    private const string NhsNumber = "9990000018";

    private static readonly string[] Lines = ["1 Test Street"];

    private readonly HashSet<string> run = [];

    [SkippableTheory, EveryDatabase]
    public async Task Every_document_runs_for_whom_it_is_written(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(
            kind, settings: [.. EndOfTime.AtOnce, "--AccessHistory:UsualChildrenADay=1", "--AccessHistory:LookEvery=00:00:00.2"]);
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        var force = exchange.As(Role.PoliceSystem, "greater-manchester");
        var system = exchange.As(Role.CouncilSystem, "BUR");
        await using var council = await system.SubscribeAsync(Text("council/updates"));
        await using var police = await force.SubscribeAsync(Text("council/updates"));
        await using var dashboard = await hub.SubscribeAsync(Text("dashboard/live-updates"));
        var begin = (await system.DataAsync(Text("watch/begin")))["feedPosition"]!.GetValue<string>();
        await using var watch = await system.SubscribeAsync(Text("watch/updates"), new { after = begin });

        await HaveOpenedAsync(hub, council, dashboard, watch);
        var child = await RecordChildAsync(hub);
        await PoliceWritesAsync(force, hub, child);
        await MissingAsync(force, hub, system);
        await CouncilReadsAsync(hub, child);
        _ = await HearsAsync(council, "IncidentRecorded");
        var decided = await HearsAsync(council, "ReferralDecided");
        _ = await HearsAsync(dashboard, "ChildFound");
        await AcknowledgesAsync(system, "council", decided);
        await WatchAcknowledgesAsync(system, await HearsAsync(watch, "ReturnInterviewRecorded"));
        await GlassIsBrokenAsync(exchange, child);
        await DeadlinesAsync(exchange, force, hub, child);
        await AcknowledgesAsync(force, "police", await HearsAsync(police, "IncidentRecorded"));
        await LooksAreSeenAsync(exchange, child);
        await RetentionAsync(exchange, force);

        var inspector = exchange.As(Role.Inspector, "BUR");
        Assert.Equal(100, (await inspector.DataAsync(Text("inspector/agencies")))["agencies"]!["nodes"]!.AsArray().Count);
        Assert.Equal("INSPECTOR", (await inspector.DataAsync(Text("inspector/me")))["me"]!["role"]!.GetValue<string>());
        Assert.Single((await inspector.DataAsync(Text("inspector/links")))["links"]!["nodes"]!.AsArray());
        Assert.Equal(Files(), run.Order(StringComparer.Ordinal));
    }

    private async Task<string> RecordChildAsync(ExchangeCaller hub)
    {
        var child = (await WriteAsync(hub, "council/record-child", "recordChild", new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = "BUR-1",
            givenName = "Ada",
            surname = "Test",
            bornOn = "2016-02-29",
            nhsNumber = NhsNumber,
        }))["child"]!;
        var id = Id(child);
        _ = await WriteAsync(hub, "council/allocate-worker", "allocateWorker",
            new { idempotencyKey = Guid.NewGuid(), child = id, worker = "worker-1" });
        _ = await WriteAsync(hub, "council/set-safe-address", "setSafeAddress", new
        {
            idempotencyKey = Guid.NewGuid(),
            child = id,
            expectedVersion = Version(child["records"]![0]!),
            address = new { lines = Lines },
        });
        return id;
    }

    private async Task PoliceWritesAsync(ExchangeCaller force, ExchangeCaller hub, string child)
    {
        var incident = (await WriteAsync(force, "police/record-incident", "recordIncident", Incident("GMP/2026/1")))["incident"]!;
        Assert.Equal(child, Id(incident["children"]![0]!["child"]!));
        var backlog = await force.DataAsync(Text("police/record-backlog"),
            new { input = new { items = new[] { Incident("GMP/2026/2") } } });
        Assert.Equal("RECORDED", backlog["recordIncidents"]!["results"]![0]!["outcome"]!.GetValue<string>());

        incident = (await WriteAsync(force, "police/correct-incident", "correctIncident", Correction(incident)))["incident"]!;
        var by = new { id = Id(incident) };
        incident = (await WriteAsync(force, "police/withhold-incident", "withholdIncident", new
        {
            idempotencyKey = Guid.NewGuid(),
            by,
            expectedVersion = Version(incident),
            reason = "A test.",
        }))["incident"]!;
        incident = (await WriteAsync(force, "police/share-incident", "shareIncident", new
        {
            idempotencyKey = Guid.NewGuid(),
            by,
            expectedVersion = Version(incident),
        }))["incident"]!;
        var referral = (await WriteAsync(force, "police/make-referral", "makeReferral", new
        {
            idempotencyKey = Guid.NewGuid(),
            to = "BUR",
            children = new[] { child },
            incidents = new[] { Id(incident) },
            primaryNeed = "ABUSE_OR_NEGLECT",
        }))["referral"]!;
        Assert.Equal(2, Count((await force.DataAsync(Text("police/own-incidents")))["incidents"]!));
        await CouncilDecidesAsync(hub, referral);
    }

    private async Task CouncilDecidesAsync(ExchangeCaller hub, JsonNode made)
    {
        var inbox = await hub.DataAsync(Text("council/referral-inbox"));
        var id = Id(inbox["referrals"]!["nodes"]![0]!);
        Assert.Equal(Id(made), id);
        var referral = (await WriteAsync(hub, "council/acknowledge-referral", "acknowledgeReferral",
            new { idempotencyKey = Guid.NewGuid(), referral = id, expectedVersion = Version(inbox["referrals"]!["nodes"]![0]!) }))["referral"]!;
        referral = (await WriteAsync(hub, "council/rate-referral", "rateReferral", new
        {
            idempotencyKey = Guid.NewGuid(),
            referral = id,
            expectedVersion = Version(referral),
            rating = "RED",
            rationale = "A test.",
        }))["referral"]!;
        referral = (await WriteAsync(hub, "council/decide-referral", "decideReferral", new
        {
            idempotencyKey = Guid.NewGuid(),
            referral = id,
            expectedVersion = Version(referral),
            outcome = "ASSESSMENT",
            rationale = "A test.",
        }))["referral"]!;
        Assert.Equal("DECIDED", referral["stage"]!.GetValue<string>());
        Assert.Equal(0, Count((await hub.DataAsync(Text("council/referral-inbox")))["referrals"]!));
    }

    private async Task CouncilReadsAsync(ExchangeCaller hub, string child)
    {
        var found = await hub.DataAsync(Text("council/child-by-nhs-number"), new { nhsNumber = NhsNumber });
        Assert.Equal(child, Id(found["child"]!));
        var history = await hub.DataAsync(Text("council/child-with-history"), new { id = child });
        Assert.Equal(2, Count(history["child"]!["incidents"]!));
        Assert.Equal(1, Count(history["child"]!["referrals"]!));
        Assert.Equal(2, Count((await hub.DataAsync(Text("dashboard/latest-incidents")))["incidents"]!));
    }

    private async Task GlassIsBrokenAsync(RunningExchange exchange, string child)
    {
        var (officer, lead) = (exchange.As(Role.PoliceOfficer, "merseyside", purpose: "BREAK_GLASS"), exchange.As(Role.HubLead, "BUR"));
        await using var stream = await lead.SubscribeAsync(Text("council/break-glass-updates"));
        var glass = (await WriteAsync(officer, "emergency/break-glass", "breakGlass", new
        {
            idempotencyKey = Guid.NewGuid(),
            by = new { nhsNumber = NhsNumber },
            reasonCode = "IMMEDIATE_DANGER",
            reason = "A test.",
        }))["glass"]!;
        Assert.Equal(child, Id(glass["child"]!));
        var opened = (await officer.DataAsync(Text("emergency/opened-child"), new { id = child }))["child"]!;
        Assert.Equal((child, 2), (Id(opened), opened["incidents"]!["nodes"]!.AsArray().Count));
        Assert.Equal(Id(glass), Id((await HearsAsync(stream, "GlassBroken"))["glass"]!));
        var queued = (await lead.DataAsync(Text("council/break-glass-reviews")))["breakGlassReviews"]!["nodes"]![0]!;
        _ = await WriteAsync(lead, "council/review-break-glass", "reviewBreakGlass", new
        {
            idempotencyKey = Guid.NewGuid(),
            glass = Id(queued),
            expectedVersion = Version(queued),
            verdict = "JUSTIFIED",
            note = "A test.",
        });
        var auditor = exchange.As(Role.LedgerAuditor, "merseyside");
        Assert.Equal(1, Count((await auditor.DataAsync(Text("governance/break-glass-of-own-agency")))["breakGlassReviews"]!));
    }

    private async Task AcknowledgesAsync(ExchangeCaller system, string folder, JsonNode update)
    {
        var cursor = update["cursor"]!.GetValue<string>();
        _ = await WriteAsync(system, $"{folder}/acknowledge-updates", "acknowledgeUpdates", new { idempotencyKey = Guid.NewGuid(), cursor });
        _ = await WriteAsync(
            system, $"{folder}/designate-receiver", "designateReceiver", new { idempotencyKey = Guid.NewGuid(), consumer = system.Subject });
        Assert.Single((await system.DataAsync(Text($"{folder}/links")))["links"]!["nodes"]!.AsArray());
    }

    private async Task RetentionAsync(RunningExchange exchange, ExchangeCaller force)
    {
        await exchange.LookAsync();
        var review = (await force.DataAsync(Text("retention/reviews"), new { first = 5 }))["retentionReviews"]!["nodes"]![0]!;
        var record = Id(review["incident"]!);
        var hold = (await WriteAsync(force, "retention/place-legal-hold", "placeLegalHold", new { idempotencyKey = Guid.NewGuid(), record, reason = "A test." }))["hold"]!;
        Assert.Equal(1, Count((await force.DataAsync(Text("retention/legal-holds"), new { first = 5 }))["legalHolds"]!));
        _ = await WriteAsync(
            force, "retention/lift-legal-hold", "liftLegalHold", new { idempotencyKey = Guid.NewGuid(), hold = Id(hold), expectedVersion = Version(hold), reason = "A test." });
        await using var gone = await force.SubscribeAsync(Text("retention/gone-records"));
        _ = await WriteAsync(force, "retention/decide", "decideRetention", new
        {
            idempotencyKey = Guid.NewGuid(),
            review = Id(review),
            expectedVersion = Version(review),
            verdict = "ERASE",
            reason = "A test.",
        });
        var erased = await HearsAsync(gone, "RecordErased");
        while (erased["kind"]!.GetValue<string>() != "INCIDENT")
            erased = await HearsAsync(gone, "RecordErased");
        Assert.Equal(record, erased["handle"]!.GetValue<string>());
    }

    private Task WatchAcknowledgesAsync(ExchangeCaller system, JsonNode update)
        => WriteAsync(system, "watch/acknowledge-updates", "acknowledgeUpdates",
            new { idempotencyKey = Guid.NewGuid(), cursor = update["cursor"]!.GetValue<string>() });

    private async Task<JsonNode> WriteAsync(ExchangeCaller caller, string document, string field, object input)
    {
        var payload = (await caller.DataAsync(Text(document), new { input }))[field]!;
        Assert.True(payload["errors"]!.AsArray().Count == 0, $"{document}: {payload.ToJsonString()}");
        return payload;
    }

    private string Text(string document)
    {
        _ = run.Add($"{document}.graphql");
        return File.ReadAllText(Repository.PathOf("schema", "operations", $"{document}.graphql"));
    }

    private static IEnumerable<string> Files()
    {
        var folder = Repository.PathOf("schema", "operations");
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);
    }

    /// <summary>A stream without a cursor begins when it is opened: something happens until each has heard of something.</summary>
    private async Task HaveOpenedAsync(ExchangeCaller hub, params ExchangeStream[] streams)
    {
        for (var i = 1; !Array.TrueForAll(streams, stream => stream.Payloads.TryPeek(out _)); i++)
        {
            _ = await WriteAsync(hub, "council/record-child", "recordChild", new
            {
                idempotencyKey = Guid.NewGuid(),
                localReference = $"OPEN-{i}",
                givenName = "Olu",
                surname = "Test",
            });
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <returns>The update.</returns>
    private static async Task<JsonNode> HearsAsync(ExchangeStream stream, string type)
    {
        JsonNode heard;
        do
        {
            heard = await stream.NextAsync();
            Assert.True(heard is JsonObject && heard["errors"] is null, heard.ToJsonString());
        }
        while (heard["data"]!["updates"]!["__typename"]!.GetValue<string>() != type);
        return heard["data"]!["updates"]!;
    }

    private static string Id(JsonNode node) => node["id"]!.GetValue<string>();

    private static int Version(JsonNode node) => node["version"]!.GetValue<int>();

    private static int Count(JsonNode connection) => connection["totalCount"]!.GetValue<int>();

    private static Dictionary<string, object> Incident(string reference) => new()
    {
        ["idempotencyKey"] = Guid.NewGuid(),
        ["reference"] = reference,
        ["kind"] = "DOMESTIC_ABUSE",
        ["riskGrade"] = "HIGH",
        ["occurredAt"] = "2026-01-05T20:00:00Z",
        ["reportedAt"] = "2026-01-05T20:30:00Z",
        ["recordedAt"] = "2026-01-05T21:00:00Z",
        ["council"] = "BUR",
        ["sharing"] = new { shared = true },
        ["persons"] = new[] { new { role = "VICTIM", givenName = "Ada", surname = "Test", bornOn = "2016-02-29", nhsNumber = NhsNumber } },
    };

    private static Dictionary<string, object> Correction(JsonNode incident)
    {
        var input = Incident("");
        _ = input.Remove("reference");
        (input["by"], input["expectedVersion"], input["reason"]) = (new { id = Id(incident) }, Version(incident), "A test.");
        return input;
    }
}
