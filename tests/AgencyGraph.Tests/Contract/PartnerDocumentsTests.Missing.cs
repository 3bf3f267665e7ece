using AgencyGraph.Tests.Missing;
using AgencyGraph.Tests.Support.Running;

namespace AgencyGraph.Tests.Contract;

/// <summary>The documents about missing children.</summary>
public sealed partial class PartnerDocumentsTests
{
    private async Task MissingAsync(ExchangeCaller force, ExchangeCaller hub, ExchangeCaller council)
    {
        var backlog = await force.DataAsync(Text("police/report-missing-backlog"), new { input = new { items = new[] { Episode(1) } } });
        Assert.Equal("RECORDED", backlog["reportMissingBacklog"]!["results"]![0]!["outcome"]!.GetValue<string>());
        var first = await force.DataAsync(Text("police/own-missing"));
        var episode = first["missingEpisodes"]!["nodes"]![0]!;
        var correction = Episode(1);
        _ = correction.Remove("reference");
        (correction["by"], correction["expectedVersion"], correction["reason"]) = (new { id = Id(episode) }, Version(episode), "A test.");
        correction["found"] = MissingSample.Found();
        _ = await WriteAsync(force, "police/correct-missing", "correctMissing", correction);

        episode = (await WriteAsync(force, "police/report-missing", "reportMissing", Episode(2, "2026-02-10T20:00:00Z")))["episode"]!;
        Assert.Equal(1, Count(episode["earlierEpisodes"]!));
        Assert.Equal(1, Count((await hub.DataAsync(Text("council/missing-now")))["missingNow"]!));
        Assert.Equal(1, Count((await hub.DataAsync(Text("dashboard/missing-now")))["missingNow"]!));
        episode = (await WriteAsync(force, "police/report-found", "reportFound", new
        {
            idempotencyKey = Guid.NewGuid(),
            by = new { id = Id(episode) },
            expectedVersion = Version(episode),
            found = MissingSample.Found("2026-02-11T06:00:00Z"),
        }))["episode"]!;
        Assert.Equal(2, Count((await hub.DataAsync(Text("council/interviews-due")))["missingEpisodes"]!));
        episode = (await WriteAsync(hub, "council/state-plan-status", "statePlanStatus", new
        {
            idempotencyKey = Guid.NewGuid(),
            episode = Id(episode),
            expectedVersion = Version(episode),
            lookedAfter = true,
            onPlan = false,
        }))["episode"]!;
        _ = await WriteAsync(council, "council/record-return-interview", "recordReturnInterview", new
        {
            idempotencyKey = Guid.NewGuid(),
            episode = Id(episode),
            expectedVersion = Version(episode),
            offeredAt = "2026-02-11T09:00:00Z",
            answer = "ACCEPTED",
            heldAt = "2026-02-12T09:00:00Z",
            isIndependent = true,
            content = "A test.",
        });
        var read = (await hub.DataAsync(Text("council/missing-episode"), new { id = Id(episode) }))["missingEpisode"]!;
        Assert.Equal("A test.", read["returnInterview"]!["content"]!.GetValue<string>());
    }

    private static Dictionary<string, object?> Episode(int number, string startedAt = "2026-01-10T20:00:00Z")
        => new(MissingSample.Report(number, startedAt: startedAt))
        {
            ["child"] = new { givenName = "Ada", surname = "Test", bornOn = "2016-02-29", nhsNumber = NhsNumber },
        };
}
