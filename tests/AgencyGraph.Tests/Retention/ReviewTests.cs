using AgencyGraph.Retention;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using static AgencyGraph.Tests.Retention.EndOfTime;

namespace AgencyGraph.Tests.Retention;

public sealed class ReviewTests
{
    [SkippableTheory, EveryDatabase]
    public async Task What_has_come_to_its_end_is_put_before_its_controller_and_nobody_else_and_nothing_is_erased(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var (incident, child) = await exchange.IncidentAsync();
        _ = await exchange.As(Role.HubPractitioner, "BUR").ChildAsync();

        await exchange.LookAsync();

        Assert.Equal(incident, Text(Assert.Single(await exchange.As(Role.PoliceSystem, Sample.Force).ReviewsAsync())!["incident"]!["id"]));
        Assert.Equal("CHILD_RECORD", Text(Assert.Single(await exchange.As(Role.CouncilSystem, "BUR").ReviewsAsync())!["kind"]));
        Assert.Single(await exchange.As(Role.HubLead, "BUR").ReviewsAsync());
        Assert.Empty(await exchange.As(Role.PoliceSystem, "merseyside").ReviewsAsync());
        Assert.Empty(await exchange.As(Role.CouncilSystem, "WRL").ReviewsAsync());
        Assert.True(await exchange.As(Role.HubPractitioner, "BUR").SeesAsync(incident));
        Assert.True(await exchange.As(Role.HubPractitioner, "BUR").SeesAsync(child));
    }

    [Theory]
    [InlineData(Role.PoliceOfficer, Sample.Force)]
    [InlineData(Role.HubPractitioner, "BUR")]
    [InlineData(Role.SocialWorker, "BUR")]
    [InlineData(Role.LedgerAuditor, "BUR")]
    [InlineData(Role.Administrator, "BUR")]
    public async Task Who_does_not_answer_for_records_neither_reads_reviews_nor_decides(Role role, string agency)
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, settings: AtOnce);
        _ = await exchange.IncidentAsync();
        _ = await exchange.As(Role.HubPractitioner, "BUR").ChildAsync();
        await exchange.LookAsync();
        var review = await exchange.As(Role.CouncilSystem, "BUR").ReviewAsync("CHILD_RECORD");
        var caller = exchange.As(role, agency);

        foreach (var document in new[]
        {
            "{ retentionReviews(first: 1) { totalCount } }", "{ legalHolds(first: 1) { totalCount } }",
            $$"""mutation { decideRetention(input: { idempotencyKey: "{{Guid.NewGuid()}}", review: "{{review}}", expectedVersion: 1, verdict: "ERASE", reason: "x" }) { outcome } }""",
            $$"""mutation { placeLegalHold(input: { idempotencyKey: "{{Guid.NewGuid()}}", record: "{{review}}", reason: "x" }) { outcome } }""",
        })
            Assert.Equal("FORBIDDEN", Text((await caller.AskAsync(document))["errors"]![0]!["extensions"]!["code"]));
        Assert.False(await caller.SeesAsync(review));
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_is_written_of_the_child_after_the_review_was_raised_takes_it_back(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: ["--Retention:LookEvery=30.00:00:00"]);
        _ = await exchange.IncidentAsync();
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        // The incident is of long ago, as far as the exchange knows.
        await AgeAsync(exchange);
        await exchange.LookAsync();
        var review = await force.ReviewAsync("INCIDENT");

        _ = await exchange.IncidentAsync(2);

        Assert.Equal("WRONG_STAGE", CodeOf(await force.DecideAsync(review, "ERASE")));
        await exchange.LookAsync();
        Assert.Empty(await force.ReviewsAsync(null));
        Assert.False(await force.SeesAsync(review));
    }

    [SkippableTheory, EveryDatabase]
    public async Task While_a_case_is_open_nothing_of_it_comes_to_its_end(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        var child = await hub.ChildAsync();
        _ = await hub.RunAsync("allocateWorker", "AllocateWorkerInput", new { idempotencyKey = Guid.NewGuid(), child, worker = "anna" }, "outcome");

        await exchange.LookAsync();

        Assert.Empty(await exchange.As(Role.CouncilSystem, "BUR").ReviewsAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_is_kept_is_not_put_before_anybody_until_its_day(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        _ = await exchange.IncidentAsync();
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        await exchange.LookAsync();
        var kept = await force.DecideAsync(await force.ReviewAsync("INCIDENT"), "KEEP", "2126-01-01");
        Assert.Equal("""{"version":2,"verdict":"KEEP","keepUntil":"2126-01-01"}""", Short(kept["review"]!));

        await exchange.LookAsync();
        Assert.Empty(await force.ReviewsAsync());

        await using (var db = exchange.Database.Open())
            _ = await db.Set<RetentionReview>().ExecuteUpdateAsync(set => set.SetProperty(review => review.KeepUntil, new DateOnly(2026, 1, 1)));
        await exchange.LookAsync();
        Assert.Single(await force.ReviewsAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task Servers_that_look_at_once_put_a_record_before_its_controller_once(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        await using var second = await exchange.StartAnotherNodeAsync(settings: AtOnce);
        for (var i = 1; i <= 5; i++)
            _ = await exchange.IncidentAsync(i);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => WatchOf(i % 2 == 0 ? exchange : second).LookAsync(CancellationToken.None)));

        await using var db = exchange.Database.Open();
        var reviewed = await db.Set<RetentionReview>().Select(review => review.RecordId).ToListAsync();
        Assert.Equal((5, 5), (reviewed.Count, reviewed.Distinct().Count()));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_review_of_a_restricted_childs_record_is_for_the_named_alone(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var (system, lead) = (exchange.As(Role.CouncilSystem, "BUR"), exchange.As(Role.HubLead, "BUR"));
        var child = await system.ChildAsync();
        await exchange.LookAsync();
        var review = await lead.ReviewAsync("CHILD_RECORD");

        _ = await system.RunAsync("restrictRecord", "RestrictRecordInput", new { idempotencyKey = Guid.NewGuid(), record = child, named = Array.Empty<object>(), reason = "Harm" }, "outcome");

        Assert.Empty(await lead.ReviewsAsync());
        Assert.False(await lead.SeesAsync(review));
        Assert.Equal("NOT_FOUND", CodeOf(await lead.DecideAsync(review, "ERASE")));
        Assert.Single(await system.ReviewsAsync());
    }

    private static string Short(System.Text.Json.Nodes.JsonNode review)
        => new System.Text.Json.Nodes.JsonObject { ["version"] = review["version"]!.DeepClone(), ["verdict"] = review["verdict"]!.DeepClone(), ["keepUntil"] = review["keepUntil"]!.DeepClone() }.ToJsonString();

    private static async Task AgeAsync(RunningExchange exchange)
    {
        await using var db = exchange.Database.Open();
        var longAgo = new DateTime(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        _ = await db.Set<AgencyGraph.Incidents.Incident>().ExecuteUpdateAsync(
            set => set.SetProperty(incident => incident.RecordedAt, longAgo).SetProperty(incident => incident.SharedAt, longAgo));
    }
}
