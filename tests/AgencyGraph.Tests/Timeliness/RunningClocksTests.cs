using AgencyGraph.Agencies;
using AgencyGraph.Contract;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Timeliness;
using AgencyGraph.Timeliness.Clocks;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AgencyGraph.Tests.Timeliness.Clockwork;

namespace AgencyGraph.Tests.Timeliness;

/// <summary>What features do with clocks, each in a transaction as a use case has one, and what becomes of it on several servers and over restarts.</summary>
public sealed class RunningClocksTests
{
    private static readonly Caller Force = new("records", new AgencyCode(Sample.Force), Role.PoliceSystem, Purpose.Safeguarding);

    [SkippableTheory, EveryDatabase]
    public async Task A_clock_is_paused_for_its_own_reasons_alone_and_is_due_as_much_later_as_it_stood(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        var (referral, child) = await exchange.ReferAsync();
        var (record, at) = (IdOf(referral), Instants.ToMillisecond(DateTime.UtcNow));
        await InTransactionAsync(exchange, record, clocks => Assert.NotNull(clocks.Start(Of(record, child), "DBS_P", new AgencyCode(Sample.Force), at)));
        var due = Instant((await ListedAsync(hub))["dueAt"]);

        await InTransactionAsync(exchange, record, clocks =>
        {
            Assert.Equal(PauseOutcome.NotForThisReason, clocks.Pause(record, "REF_DECISION", PauseReason.Conflict, new Deed(Force, at)));
            Assert.Equal(PauseOutcome.NotRunning, clocks.Pause(record, "ICPC", PauseReason.Conflict, new Deed(Force, at)));
            Assert.Equal(PauseOutcome.AlreadySo, clocks.Resume(record, "DBS_P", at));
            Assert.Equal(PauseOutcome.Done, clocks.Pause(record, "DBS_P", PauseReason.Conflict, new Deed(Force, at.AddDays(10))));
            Assert.Equal(PauseOutcome.AlreadySo, clocks.Pause(record, "DBS_P", PauseReason.Conflict, new Deed(Force, at.AddDays(10))));
        });
        var paused = await ListedAsync(hub);
        Assert.Equal((null, "GREEN", "CONFLICT", null), (paused["dueAt"]?.ToJsonString(), Text(paused["state"]), Text(paused["pauseReason"]), paused["dueUnknown"]?.ToJsonString()));
        Assert.Equal("""[{"reason":"CONFLICT","resumedAt":null}]""", paused["pauses"]!.ToJsonString());
        await WatchOf(exchange).LookAsync(due.AddYears(1), CancellationToken.None);
        Assert.DoesNotContain((await hub.ListAsync()), one => one == "DBS_P RED");

        await InTransactionAsync(exchange, record, clocks => Assert.Equal(PauseOutcome.Done, clocks.Resume(record, "DBS_P", at.AddDays(13))));
        var resumed = await ListedAsync(hub);
        Assert.Equal(due.Date.AddDays(3), Instant(resumed["dueAt"]).Date);
        Assert.NotNull(resumed["pauses"]![0]!["resumedAt"]);
        await InTransactionAsync(exchange, record, clocks =>
        {
            Assert.Equal(PauseOutcome.Missed, clocks.Pause(record, "DBS_P", PauseReason.Conflict, new Deed(Force, at.AddYears(1))));
            Assert.Equal(UpdateKind.DeadlineMissed, Assert.Single(clocks.Told).Kind);
            Assert.True(clocks.Stop(record, "DBS_P", DeadlineEnd.Done, at.AddYears(1)));
            Assert.False(clocks.Stop(record, "DBS_P", DeadlineEnd.Done, at.AddYears(1)));
        });
        Assert.Equal("DONE", Text((await ListedAsync(hub))["end"]));
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_is_beyond_the_known_holidays_is_recorded_without_a_date_and_worked_out_when_they_are_known(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        var (referral, child) = await exchange.ReferAsync();
        var (record, at) = (IdOf(referral), new DateTime(2027, 12, 20, 10, 0, 0, DateTimeKind.Utc));
        await InTransactionAsync(exchange, record, clocks => Assert.NotNull(clocks.Start(Of(record, child), "ICPC", new AgencyCode("BUR"), at)));

        var unknown = await ListedAsync(hub, "ICPC");
        Assert.Equal((null, "BANK_HOLIDAYS_UNKNOWN", "GREEN"), (unknown["dueAt"]?.ToJsonString(), Text(unknown["dueUnknown"]), Text(unknown["state"])));
        await WatchOf(exchange).PromiseAsync(CancellationToken.None);
        Assert.Equal("BANK_HOLIDAYS_UNKNOWN", Text((await ListedAsync(hub, "ICPC"))["dueUnknown"]));
        Assert.Equal(["REF_DECISION GREEN", "ICPC GREEN"], await hub.ListAsync());

        // As if it had been recorded by a program that knew fewer of them.
        await using (var db = exchange.Database.Open())
        {
            _ = await db.Set<Deadline>().Where(deadline => deadline.ClockCode == "ICPC").ExecuteUpdateAsync(
                set => set.SetProperty(deadline => deadline.CountedFrom, new DateTime(2026, 12, 21, 10, 0, 0, DateTimeKind.Utc)));
        }

        await WatchOf(exchange).PromiseAsync(CancellationToken.None);
        var known = await ListedAsync(hub, "ICPC");
        Assert.Equal((Moment.At("2027-01-14T23:59:59.999Z"), null), (Instant(known["dueAt"]), known["dueUnknown"]?.ToJsonString()));
        await WatchOf(exchange).LookAsync(Moment.At("2027-01-15T00:00Z"), CancellationToken.None);
        Assert.Contains("ICPC RED", await hub.ListAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task Servers_that_look_at_once_and_one_that_starts_later_tell_each_once(DatabaseKind kind)
    {
        const int Clocks = 40;
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (referral, child) = await exchange.ReferAsync();
        var start = new DateTime(2026, 11, 20, 10, 0, 0, DateTimeKind.Utc);
        var records = Enumerable.Range(0, Clocks).Select(_ => Guid.NewGuid()).ToList();
        foreach (var record in records)
            await InTransactionAsync(exchange, record, clocks => clocks.Start(Of(record, child), "RHI", new AgencyCode("BUR"), start));

        DeadlineWatch[] watches = [WatchOf(exchange)];
        await using (var second = kind == DatabaseKind.Postgres ? await exchange.StartAnotherNodeAsync() : null)
        {
            if (second is not null)
                watches = [.. watches, WatchOf(second)];
            await Task.WhenAll(watches.SelectMany(watch => Enumerable.Range(0, 5).Select(_ => watch.LookAsync(start.AddHours(60), CancellationToken.None))));
            Assert.Equal(Clocks, (await ToldAsync(exchange)).Count(one => one.Kind == UpdateKind.DeadlineAtRisk));
            await Task.WhenAll(watches.SelectMany(watch => Enumerable.Range(0, 5).Select(_ => watch.LookAsync(start.AddHours(73), CancellationToken.None))));
        }

        await using (var started = await exchange.StartAnotherNodeAsync())
            await WatchOf(started).LookAsync(start.AddHours(74), CancellationToken.None);
        Assert.Equal(
            (Clocks, Clocks),
            ((await ToldAsync(exchange)).Count(one => one.Kind == UpdateKind.DeadlineAtRisk), (await ToldAsync(exchange)).Count(one => one.Kind == UpdateKind.DeadlineMissed)));
    }

    /// <summary>Whoever comes second sees what the first did: nothing is told of what was decided, and no decision is lost.</summary>
    [SkippableTheory, EveryDatabase]
    public async Task A_decision_and_a_look_at_the_same_time_do_not_undo_each_other(DatabaseKind kind)
    {
        const int Referrals = 12;
        await using var exchange = await RunningExchange.StartAsync(kind);
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        var referrals = new List<string>();
        for (var number = 1; number <= Referrals; number++)
        {
            var (referral, _) = await exchange.ReferAsync(number: number);
            await hub.AcknowledgeAsync(referral);
            await hub.RateAsync(referral, 2, "BLUE");
            referrals.Add(referral);
        }

        var due = Instant((await hub.DeadlinesAsync(referrals[0]))![0]!["dueAt"]);
        var looks = Enumerable.Range(0, 6).Select(_ => WatchOf(exchange).LookAsync(due.AddMilliseconds(1), CancellationToken.None));
        await Task.WhenAll(referrals.Select(referral => hub.DecideAsync(referral, 3)).Concat(looks));
        await WatchOf(exchange).LookAsync(due.AddDays(60), CancellationToken.None);

        Assert.Empty(await hub.ListAsync("isRunning: true"));
        Assert.Equal(Referrals, (await hub.ListAsync("isRunning: false")).Length);
        Assert.Equal((await hub.ListAsync("states: [RED]")).Length, (await ToldAsync(exchange)).Count);
    }

    /// <summary>However many run: those that cross are at the front of an index, which is read no further.</summary>
    [Fact]
    public async Task What_crosses_is_found_by_an_index_and_not_by_a_scan()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();
        var query = DeadlineWatch.Crossing(db, DateTime.UnixEpoch).Select(deadline => deadline.Id).ToQueryString();
        var statement = string.Join('\n', query.Split('\n').Where(line => !line.StartsWith(".param", StringComparison.Ordinal)));
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Entity Framework's own words.
        command.CommandText = "EXPLAIN QUERY PLAN " + System.Text.RegularExpressions.Regex.Replace(statement, "@\\w+", "500");
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
            plan.Add(reader.GetString(3));
        Assert.Matches("^SEARCH .* INDEX ix_deadlines_next_crossing_at_id ", Assert.Single(plan));
    }

    private static DeadlineOf Of(Guid record, string child)
        => new(RecordKind.Referral, record, new AgencyCode(Sample.Force), new AgencyCode("BUR"), true, [new ChildId(IdOf(child))]);

    private static async Task InTransactionAsync(RunningExchange exchange, Guid record, Action<RunningClocks> deed)
    {
        await using var db = await exchange.Services.GetRequiredService<IDbContextFactory<AgencyDb>>().CreateDbContextAsync();
        await using var write = await exchange.Services.GetRequiredService<IStorageEngine>().BeginWriteAsync(db, CancellationToken.None);
        var clocks = await exchange.Services.GetRequiredService<DeadlineBook>().OfAsync(db, [record], CancellationToken.None);
        deed(clocks);
        _ = await db.SaveChangesAsync();
        await exchange.Services.GetRequiredService<FeedAppender>().AppendAsync(db, clocks.Told, CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> ListedAsync(ExchangeCaller caller, string clock = "DBS_P")
    {
        var data = await caller.DataAsync(
            "query($clocks: [String!]) { deadlines(filter: { clocks: $clocks }) { nodes { dueAt dueUnknown state pausedAt pauseReason pauses { reason resumedAt } end } } }", new { clocks = new[] { clock } });
        return Assert.Single(data["deadlines"]!["nodes"]!.AsArray())!;
    }

    private static Guid IdOf(string node)
    {
        Assert.True(NodeId.TryDecode(node, out _, out var id));
        return id;
    }
}
