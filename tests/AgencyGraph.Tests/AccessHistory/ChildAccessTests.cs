using System.Text.Json.Nodes;
using AgencyGraph.AccessHistory.Indexing;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.AccessHistory;

public sealed class ChildAccessTests
{
    private const string Asked = "subscription { updates(kinds: [CHILD_ACCESSED]) { ... on ChildAccessed { access { reader agency { code } } } } }";

    [SkippableTheory, EveryDatabase]
    public async Task A_look_by_another_agency_is_told_to_the_responsible_council_once_a_day_and_only_where_it_asks(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: ["--AccessHistory:LookEvery=00:00:00.2"]);
        var child = await WatchedChild.InAsync(exchange);
        await using var asked = await child.Lead.SubscribeAsync(Asked);
        await using var other = await exchange.As(Role.HubLead, "WRL").SubscribeAsync(Asked);
        await using var everything = await child.Lead.SubscribeAsync("subscription { updates { __typename } }");

        _ = await WatchedChild.LookAsync(child.Officer("ann"), child.Id);
        Assert.Equal("""{"reader":"ann","agency":{"code":"greater-manchester"}}""", Access(await asked.NextAsync()));
        _ = await WatchedChild.LookAsync(child.Officer("ann"), child.Id);
        await child.IndexAsync();
        _ = await WatchedChild.LookAsync(child.Officer("ben"), child.Id);
        Assert.Equal("""{"reader":"ben","agency":{"code":"greater-manchester"}}""", Access(await asked.NextAsync()));

        _ = await child.AnotherAsync(2);
        Assert.Equal("IncidentRecorded", (await everything.NextAsync())["data"]!["updates"]!["__typename"]!.GetValue<string>());
        Assert.False(other.HasUpdate);
    }

    [SkippableTheory, EveryDatabase]
    public async Task The_responsible_council_sees_all_that_were_shown_the_child_and_others_only_themselves(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var child = await WatchedChild.InAsync(exchange);
        _ = await WatchedChild.LookAsync(child.Officer("ann"), child.Id);
        _ = await WatchedChild.LookAsync(child.Officer("ann"), child.Id);
        _ = await WatchedChild.LookAsync(child.Officer("ben"), child.Id);
        _ = await WatchedChild.LookAsync(exchange.As(Role.HubPractitioner, "BUR", "hub"), child.Id);

        string[] all =
        [
            "BUR council-system-BUR COUNCIL_SYSTEM 1", "BUR hub HUB_PRACTITIONER 1", "greater-manchester ann POLICE_OFFICER 2", "greater-manchester ben POLICE_OFFICER 1",
        ];
        Assert.Equal(all, await child.HistoryAsync(child.Lead));
        Assert.Equal(all[2..3], await child.HistoryAsync(child.Lead, "(filter: { reader: \"ann\" })"));
        Assert.Equal(all[2..3], await child.HistoryAsync(child.Officer("ann")));
        Assert.Equal(all[1..2], await child.HistoryAsync(exchange.As(Role.HubPractitioner, "BUR", "hub")));
        Assert.Equal(all[2..], await child.HistoryAsync(child.ForceAuditor));
        Assert.Empty(await child.HistoryAsync(exchange.As(Role.HubLead, "WRL")));
        Assert.Empty(await child.HistoryAsync(exchange.As(Role.LedgerAuditor, "WRL")));
    }

    [Fact]
    public async Task A_child_s_own_history_is_read_with_the_child()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var child = await WatchedChild.InAsync(exchange);
        _ = await WatchedChild.LookAsync(child.Officer("ann"), child.Id);
        await child.IndexAsync();

        var data = await child.Lead.DataAsync(
            $"{{ child(by: {{ id: \"{child.Id}\" }}) {{ accessHistory(first: 1, filter: {{ reader: \"ann\" }}) {{ totalCount nodes {{ id reader purpose outOfHours child {{ id }} toldAt }} }} }} }}");
        var history = data["child"]!["accessHistory"]!;
        Assert.Equal(1, history["totalCount"]!.GetValue<int>());
        var access = history["nodes"]![0]!;
        Assert.Equal(("ann", "SAFEGUARDING", child.Id), (access["reader"]!.GetValue<string>(), access["purpose"]!.GetValue<string>(), access["child"]!["id"]!.GetValue<string>()));
        Assert.NotNull(access["toldAt"]);

        // An auditor knows ids, and no child.
        var audited = await child.ForceAuditor.DataAsync($"query($id: ID!) {{ node(id: $id) {{ ... on ChildAccess {{ childId child {{ id }} reader }} }} child: node(id: \"{child.Id}\") {{ id }} }}", new { id = access["id"]!.GetValue<string>() });
        Assert.Equal($$"""{"node":{"childId":"{{child.Id}}","child":null,"reader":"ann"},"child":null}""", audited.ToJsonString());
    }

    [Fact]
    public async Task Who_is_shown_an_incident_is_shown_something_of_every_child_in_it()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var child = await WatchedChild.InAsync(exchange);

        _ = await child.Officer("ann").DataAsync("{ incidents { nodes { narrative } } }");

        Assert.Contains("greater-manchester ann POLICE_OFFICER 1", await child.HistoryAsync(child.Lead));
    }

    [Fact]
    public async Task A_restricted_child_s_history_is_for_the_named_alone()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var child = await WatchedChild.InAsync(exchange);
        _ = await WatchedChild.LookAsync(child.Officer("ann"), child.Id);
        _ = await exchange.As(Role.CouncilSystem, "BUR").RunAsync(
            "restrictRecord", "RestrictRecordInput",
            new { idempotencyKey = Guid.NewGuid(), record = child.Id, named = new[] { new { agency = "BUR", subject = "lena" } }, reason = "Danger" }, "outcome");

        Assert.Contains("greater-manchester ann POLICE_OFFICER 1", await child.HistoryAsync(child.Lead));
        Assert.Empty(await child.HistoryAsync(exchange.As(Role.HubLead, "BUR", "other")));
        Assert.Empty(await child.HistoryAsync(child.Officer("ann")));
        Assert.Empty(await child.HistoryAsync(child.CouncilAuditor));
    }

    [SkippableTheory, EveryDatabase]
    public async Task Servers_that_read_the_ledger_at_once_count_nothing_twice(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var child = await WatchedChild.InAsync(exchange);
        for (var i = 0; i < 20; i++)
            _ = await WatchedChild.LookAsync(child.Officer("ann"), child.Id);

        var readers = Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<AccessIndexer>(exchange.Services)).ToArray();
        await Task.WhenAll(readers.Select(reader => reader.IndexAsync(CancellationToken.None)));

        Assert.Equal(["greater-manchester ann POLICE_OFFICER 20"], await child.HistoryAsync(child.ForceAuditor));
    }

    private static string Access(JsonNode update) => update["data"]!["updates"]!["access"]!.ToJsonString();
}
