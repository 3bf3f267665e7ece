using System.Text.Json.Nodes;
using AgencyGraph.Ledger.Store;
using AgencyGraph.Tests.AccessHistory;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Ledger;

/// <summary>The ledger as an auditor reads it.</summary>
public sealed class LedgerQueryTests
{
    private const string Entries = "query($filter: LedgerFilter, $first: Int, $after: Cursor, $last: Int, $before: Cursor) { ledger(filter: $filter, first: $first, after: $after, last: $last, before: $before) "
        + "{ nodes { entryId at kind agency readers role purpose operation legalBases children erasedChildren records { kind id version } details totals } "
        + "edges { cursor node { entryId } } pageInfo { hasNextPage endCursor hasPreviousPage startCursor } } }";

    [SkippableTheory, EveryDatabase]
    public async Task An_auditor_reads_what_the_own_agency_was_shown_and_no_other_s(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var child = await WatchedChild.InAsync(exchange);
        _ = await WatchedChild.LookAsync(child.Officer("ann"), child.Id);

        var seen = await NodesAsync(child.ForceAuditor, new { filter = new { child = child.Id } });

        var look = Assert.Single(seen, entry => entry["kind"]!.GetValue<string>() == "QUERY");
        Assert.Equal("""["ann"]""", look["readers"]!.ToJsonString());
        Assert.Equal(("POLICE_OFFICER", "SAFEGUARDING", 0), (look["role"]!.GetValue<string>(), look["purpose"]!.GetValue<string>(), look["erasedChildren"]!.GetValue<int>()));
        Assert.Equal($$"""["{{child.Id}}"]""", look["children"]!.ToJsonString());
        Assert.Contains("IDENTITY", look["details"]!.AsArray().Select(detail => detail!.GetValue<string>()));
        Assert.All(await NodesAsync(child.ForceAuditor), entry => Assert.Equal(Sample.Force, entry["agency"]!.GetValue<string>()));
        Assert.Empty(await NodesAsync(exchange.As(Role.LedgerAuditor, "WRL"), new { filter = new { child = child.Id } }));
    }

    [Fact]
    public async Task Pages_follow_each_other_from_the_latest_without_a_gap()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var child = await WatchedChild.InAsync(exchange);
        for (var i = 0; i < 7; i++)
            _ = await WatchedChild.LookAsync(child.Officer($"officer{i}"), child.Id);

        var (readers, after, isMore) = (new List<string>(), (string?)null, true);
        while (isMore)
        {
            var page = (await child.ForceAuditor.DataAsync(Entries, new { filter = new { kind = "QUERY" }, first = 3, after }))["ledger"]!;
            readers.AddRange(page["nodes"]!.AsArray().Where(node => node!["role"]!.GetValue<string>() == "POLICE_OFFICER").Select(node => node!["readers"]![0]!.GetValue<string>()));
            (after, isMore) = (page["pageInfo"]!["endCursor"]!.GetValue<string>(), page["pageInfo"]!["hasNextPage"]!.GetValue<bool>());
        }

        Assert.Equal(Enumerable.Range(0, 7).Reverse().Select(i => $"officer{i}"), readers);
    }

    [Fact]
    public async Task Pages_from_the_other_end_lead_back_over_the_same_rows()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var child = await WatchedChild.InAsync(exchange);
        for (var i = 0; i < 7; i++)
            _ = await WatchedChild.LookAsync(child.Officer($"officer{i}"), child.Id);

        var (readers, before, isMore) = (new List<string>(), (string?)null, true);
        while (isMore)
        {
            var page = (await child.ForceAuditor.DataAsync(Entries, new { filter = new { kind = "QUERY" }, last = 3, before }))["ledger"]!;
            readers.InsertRange(0, page["nodes"]!.AsArray().Where(node => node!["role"]!.GetValue<string>() == "POLICE_OFFICER").Select(node => node!["readers"]![0]!.GetValue<string>()));
            // To read is recorded too, and stands before all the others.
            (before, isMore) = (page["pageInfo"]!["startCursor"]!.GetValue<string>(), page["nodes"]!.AsArray().Any(node => node!["role"]!.GetValue<string>() == "POLICE_OFFICER"));
        }

        Assert.Equal(Enumerable.Range(0, 7).Reverse().Select(i => $"officer{i}"), readers);
    }

    [Fact]
    public async Task To_read_the_ledger_is_recorded_in_it()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var child = await WatchedChild.InAsync(exchange);
        _ = await WatchedChild.LookAsync(child.Officer("ann"), child.Id);
        var first = await NodesAsync(child.ForceAuditor);

        var own = Assert.Single(await NodesAsync(child.ForceAuditor, new { filter = new { reader = child.ForceAuditor.Subject } }));

        Assert.Equal(first.Select(entry => entry["entryId"]!.GetValue<string>()).Order(StringComparer.Ordinal), own["records"]!.AsArray().Select(record => record!["id"]!.GetValue<string>()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_tampered_with_keeps_nobody_from_the_rest()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var child = await WatchedChild.InAsync(exchange);
        foreach (var officer in new[] { "ann", "ben", "cleo" })
            _ = await WatchedChild.LookAsync(child.Officer(officer), child.Id);
        await using (var connection = await exchange.Services.GetRequiredService<ILedgerConnections>().OpenAsync(CancellationToken.None))
            _ = await LedgerCommand.RunAsync(
                connection, null, "UPDATE ledger_groups SET body = x'ff' WHERE position = (SELECT MAX(position) - 1 FROM ledger_groups)", CancellationToken.None);

        var officers = (await NodesAsync(child.ForceAuditor)).Where(entry => entry["role"]!.GetValue<string>() == "POLICE_OFFICER");
        Assert.Equal(["cleo", "ann"], officers.Select(entry => entry["readers"]![0]!.GetValue<string>()));
        Assert.Equal(["greater-manchester ann POLICE_OFFICER 1", "greater-manchester cleo POLICE_OFFICER 1"], await child.HistoryAsync(child.ForceAuditor));
    }

    [Fact]
    public async Task A_refused_attempt_is_in_the_ledger()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var council = exchange.As(Role.CouncilSystem, "BUR");
        var refused = await council.AskAsync(
            "mutation Attempt($input: IncidentInput!) { recordIncident(input: $input) { outcome } }", new { input = Sample.Incident(1, "BUR") });
        await using var stream = await exchange.As(Role.Administrator, "BUR").SubscribeAsync("subscription Follow { updates { __typename } }");
        _ = await stream.NextAsync();

        Assert.Equal("FORBIDDEN", refused["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        var attempts = await NodesAsync(exchange.As(Role.LedgerAuditor, "BUR"), new { filter = new { kind = "REFUSAL" } });
        Assert.Equal(["Attempt COUNCIL_SYSTEM", "Follow ADMINISTRATOR"], attempts.Select(entry => $"{entry["operation"]} {entry["role"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Cursors_of_others_and_bad_arguments_are_refused_with_a_code()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var child = await WatchedChild.InAsync(exchange);
        _ = await WatchedChild.LookAsync(child.Officer("ann"), child.Id);
        var page = (await child.ForceAuditor.DataAsync(Entries, new { first = 1 }))["ledger"]!;

        Assert.Equal("CURSOR_INVALID", await CodeAsync(child.CouncilAuditor, new { after = page["pageInfo"]!["endCursor"]!.GetValue<string>() }));
        Assert.Equal("CURSOR_INVALID", await CodeAsync(child.ForceAuditor, new { after = "nonsense" }));
        Assert.Equal("INVALID_INPUT", await CodeAsync(child.ForceAuditor, new { first = 101 }));
        Assert.Equal("INVALID_INPUT", await CodeAsync(child.ForceAuditor, new { first = 1, last = 1 }));
        Assert.Equal("FORBIDDEN", await CodeAsync(child.Lead, null));
        Assert.Empty(await NodesAsync(child.ForceAuditor, new { filter = new { child = "nonsense" } }));
    }

    private static async Task<IReadOnlyList<JsonNode>> NodesAsync(ExchangeCaller auditor, object? variables = null)
        => [.. (await auditor.DataAsync(Entries, variables))["ledger"]!["nodes"]!.AsArray().Select(node => node!)];

    private static async Task<string> CodeAsync(ExchangeCaller caller, object? variables)
        => (await caller.AskAsync(Entries, variables))["errors"]![0]!["extensions"]!["code"]!.GetValue<string>();
}
