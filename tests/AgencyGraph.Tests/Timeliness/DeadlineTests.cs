using AgencyGraph.Feed;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using static AgencyGraph.Tests.Timeliness.Clockwork;

namespace AgencyGraph.Tests.Timeliness;

/// <summary>The clocks of a referral, from its receipt to its decision, as those who wait for it see them.</summary>
public sealed class DeadlineTests
{
    [SkippableTheory, EveryDatabase]
    public async Task A_referral_that_is_not_decided_is_at_risk_then_missed_then_escalated_and_each_is_told_once(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (hub, officer, watch) = (exchange.As(Role.HubPractitioner, "BUR"), exchange.As(Role.PoliceOfficer, Sample.Force), WatchOf(exchange));
        var (referral, _) = await exchange.ReferAsync();
        await using var ofHub = await hub.SubscribeAsync(Follow);
        await using var ofOfficer = await officer.SubscribeAsync(Follow);
        await using var ofWirral = await exchange.As(Role.HubPractitioner, "WRL").SubscribeAsync(Follow);

        var deadline = Assert.Single((await hub.DeadlinesAsync(referral))!)!;
        Assert.Equal(
            ("REF_DECISION", "1", "WORKING_DAYS", "BUR", "REFERRAL", "GREEN", referral),
            (Text(deadline["clock"]!["code"]), deadline["clock"]!["limit"]!.ToJsonString(), Text(deadline["clock"]!["unit"]), Text(deadline["toActBy"]!["code"]), Text(deadline["kind"]),
                Text(deadline["state"]), Text(deadline["referral"]!["id"])));
        var (amber, due) = (Instant(deadline["amberAt"]), Instant(deadline["dueAt"]));
        Assert.True(Instant(deadline["startedAt"]) < due && due.Millisecond == 999);

        await watch.LookAsync(amber.AddMilliseconds(-1), CancellationToken.None);
        Assert.Empty(await ToldAsync(exchange));
        await watch.LookAsync(amber, CancellationToken.None);
        await watch.LookAsync(due, CancellationToken.None);
        Assert.Equal(["REF_DECISION AMBER"], await hub.ListAsync("states: [AMBER]"));
        await watch.LookAsync(due.AddMilliseconds(1), CancellationToken.None);
        await watch.LookAsync(due.AddMilliseconds(1), CancellationToken.None);
        await watch.LookAsync(due.AddDays(8), CancellationToken.None);
        await watch.LookAsync(due.AddDays(60), CancellationToken.None);
        await watch.LookAsync(due.AddDays(70), CancellationToken.None);

        string[] told =
        [
            "DeadlineAtRisk REF_DECISION AMBER", "DeadlineMissed REF_DECISION RED TEAM_MANAGER", "DeadlineEscalated REF_DECISION RED HEAD_OF_SERVICE",
            "DeadlineEscalated REF_DECISION RED DIRECTOR_OF_CHILDRENS_SERVICES",
        ];
        Assert.Equal(
            [UpdateKind.DeadlineAtRisk, UpdateKind.DeadlineMissed, UpdateKind.DeadlineEscalated, UpdateKind.DeadlineEscalated], (await ToldAsync(exchange)).Select(one => one.Kind));
        Assert.Equal([amber, due.AddMilliseconds(1)], (await ToldAsync(exchange)).Take(2).Select(one => one.OccurredAt));
        foreach (var stream in new[] { ofHub, ofOfficer })
        {
            // What is shown is the deadline as it is now, which the next crossing may have changed already.
            var heard = new List<string>();
            foreach (var _ in told)
                heard.Add(await stream.NextToldAsync());
            Assert.Equal(told.Select(one => one.Split(' ')[0]), heard.Select(one => one.Split(' ')[0]));
            Assert.Equal(told[^1], heard[^1]);
        }

        Assert.False(ofWirral.HasUpdate);
        await hub.AcknowledgeAsync(referral);
        await hub.RateAsync(referral, 2, "BLUE");
        await hub.DecideAsync(referral, 3);
        var stopped = Assert.Single((await hub.DeadlinesAsync(referral))!)!;
        Assert.Equal(("RED", "DONE"), (Text(stopped["state"]), Text(stopped["end"])));
        Assert.NotNull(stopped["stoppedAt"]);
        Assert.Equal(4, (await ToldAsync(exchange)).Count);
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_rating_starts_the_hubs_clock_and_another_rating_replaces_it_for_all_to_see(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var hub = exchange.As(Role.HubPractitioner, "SRY");
        var (referral, _) = await exchange.ReferAsync("SRY");
        await hub.AcknowledgeAsync(referral);
        await hub.RateAsync(referral, 2, "RED");
        await hub.RateAsync(referral, 3, "RED");
        await hub.RateAsync(referral, 4, "GREEN");
        await hub.RateAsync(referral, 5, "RED");

        var all = (await hub.DeadlinesAsync(referral))!;
        Assert.Equal(
            [("REF_DECISION", null, null), ("MASH_R", "SRY", "REPLACED"), ("MASH_G", "SRY", "REPLACED"), ("MASH_R", "SRY", null)],
            all.Select(one => (Text(one!["clock"]!["code"]), one["clock"]!["council"]?.GetValue<string>(), one["end"]?.GetValue<string>())));
        // The hub's time runs from when it had the referral, whenever it was rated.
        Assert.All(all, one => Assert.Equal(Instant(all[0]!["startedAt"]), Instant(one!["startedAt"])));
        Assert.Equal(("4", "HUB_HOURS"), (all[3]!["clock"]!["limit"]!.ToJsonString(), Text(all[3]!["clock"]!["unit"])));
        Assert.Equal(TimeSpan.FromHours(72), Instant(all[2]!["dueAt"]) - Instant(all[2]!["startedAt"]));
        Assert.Equal(["MASH_R GREEN", "REF_DECISION GREEN"], await hub.ListAsync("isRunning: true"));
        Assert.Equal(["MASH_R GREEN", "MASH_R GREEN"], await hub.ListAsync("clocks: [\"MASH_R\"]"));
        Assert.Equal(4, (await hub.ListAsync("toActBy: \"SRY\"")).Length);
        Assert.Empty(await hub.ListAsync("toActBy: \"BUR\""));
        Assert.Empty(await hub.ListAsync("dueBefore: \"2026-01-01T00:00:00Z\""));
        Assert.Equal(4, (await hub.ListAsync("dueBefore: \"2126-01-01T00:00:00Z\"")).Length);

        await hub.RateAsync(referral, 6, "BLUE");
        Assert.Equal(["REF_DECISION GREEN"], await hub.ListAsync("isRunning: true"));
        await hub.DecideAsync(referral, 7);
        Assert.Empty(await hub.ListAsync("isRunning: true"));
        Assert.Empty(await ToldAsync(exchange));
    }

    /// <summary>Nobody looked in between: what is stopped too late was missed all the same, and is told with the decision.</summary>
    [SkippableTheory, EveryDatabase]
    public async Task What_is_stopped_after_its_time_is_told_to_be_missed_although_nobody_had_looked(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        var (referral, _) = await exchange.ReferAsync();
        await PutBackAsync(exchange, TimeSpan.FromDays(6));
        await using var stream = await hub.SubscribeAsync(Follow);
        await hub.AcknowledgeAsync(referral);
        await hub.RateAsync(referral, 2, "BLUE");
        Assert.Empty(await ToldAsync(exchange));
        await hub.DecideAsync(referral, 3);
        await WatchOf(exchange).LookAsync(CancellationToken.None);

        Assert.Equal("DeadlineMissed REF_DECISION RED TEAM_MANAGER", await stream.NextToldAsync());
        Assert.Equal(UpdateKind.DeadlineMissed, Assert.Single(await ToldAsync(exchange)).Kind);
        Assert.Equal(["REF_DECISION RED"], await hub.ListAsync("isRunning: false"));
    }

    /// <summary>As if everything about deadlines had been so much earlier.</summary>
    private static async Task PutBackAsync(RunningExchange exchange, TimeSpan by)
    {
        await using var db = exchange.Database.Open();
        foreach (var deadline in db.Set<AgencyGraph.Timeliness.Deadline>())
        {
            var entry = db.Entry(deadline);
            foreach (var property in entry.Properties.Where(property => property.CurrentValue is DateTime and { Year: < 9999 }))
                property.CurrentValue = (DateTime)property.CurrentValue! - by;
            entry.State = Microsoft.EntityFrameworkCore.EntityState.Modified;
        }

        _ = await db.SaveChangesAsync();
    }
}
