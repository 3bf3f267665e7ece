using System.Text.Json.Nodes;
using AgencyGraph.Ledger;
using AgencyGraph.Ledger.Store;
using AgencyGraph.Tests.Contract.Plans;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Ledger;

/// <summary>No record of it, no disclosure: on the whole server, by every door.</summary>
public sealed class DisclosuresTests
{
    private const string Incidents = "query Latest { incidents(first: 50) { totalCount nodes { id reference children { child { id identity { givenName } } } } } }";
    private const string Record = "mutation($input: IncidentInput!) { recordIncident(input: $input) { outcome errors { message } incident { id version children { child { id } } } } }";
    private const string Updates = "subscription { updates { __typename ... on IncidentRecorded { incident { id kind children { child { id } } } } } }";

    [SkippableTheory, EveryDatabase]
    public async Task What_each_door_shows_is_what_the_ledger_says(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, ann, ben) = (exchange.As(Role.PoliceSystem, "greater-manchester"), exchange.As(Role.HubPractitioner, "BUR", "ann"), exchange.As(Role.HubPractitioner, "BUR", "ben"));
        await using var toAnn = await ann.SubscribeAsync(Updates);
        await using var toBen = await ben.SubscribeAsync(Updates);

        // Each reads for itself until it is at the present; then both share what comes.
        var past = new List<LedgerEntry>();
        while (past.FindLast(entry => entry.Kind == DisclosureKind.Update)?.Subjects.Count != 2)
        {
            _ = await force.DataAsync(Record, new { input = Input() });
            _ = (await toAnn.NextAsync(), await toBen.NextAsync());
            past = [.. (await RecordedDisclosures.ReadAsync(exchange.Services)).Entries];
            Assert.True(past.Count < 500, "They never share.");
        }

        var before = past.Select(entry => entry.Id).ToHashSet();
        var written = (await force.DataAsync(Record, new { input = Input() }))["recordIncident"];
        Assert.NotNull(written?["incident"]);
        var pushed = await toAnn.NextAsync();
        Assert.Equal(pushed["data"]!["updates"]!["incident"]!["id"]!.GetValue<string>(), (await toBen.NextAsync())["data"]!["updates"]!["incident"]!["id"]!.GetValue<string>());
        var answer = await ann.DataAsync(Incidents);

        var recorded = await RecordedDisclosures.ReadAsync(exchange.Services);
        var entries = recorded.Entries.Where(entry => !before.Contains(entry.Id)).ToArray();
        var mutation = Assert.Single(entries, entry => entry.Kind == DisclosureKind.Mutation);
        AssertSame(recorded, written, mutation);
        Assert.Equal(("greater-manchester", Role.PoliceSystem, Purpose.Safeguarding), (mutation.Agency, mutation.Role, mutation.Purpose));
        var query = Assert.Single(entries, entry => entry.Kind == DisclosureKind.Query);
        AssertSame(recorded, answer, query);
        Assert.Equal(("Latest", 1, "ann"), (query.Operation, query.Totals, Assert.Single(query.Subjects)));
        Assert.Equal([Detail.Identity, Detail.IncidentNotice], query.Details.Order());
        Assert.NotNull(query.RequestId);
        Assert.Contains("CA2004_16LA", query.LegalBases);

        // Two streams of one audience are sent the same bytes: that is one entry, of both.
        var update = Assert.Single(entries, entry => entry.Kind == DisclosureKind.Update);
        AssertSame(recorded, pushed, update);
        Assert.Equal(["ann", "ben"], update.Subjects.Order(StringComparer.Ordinal));
        Assert.NotNull(update.FeedPosition);
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_a_stream_reads_for_itself_is_recorded_of_its_reader(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, ann) = (exchange.As(Role.PoliceSystem, "greater-manchester"), exchange.As(Role.HubPractitioner, "BUR", "ann"));
        var position = (await ann.DataAsync("{ feedPosition }"))["feedPosition"]!.GetValue<string>();
        for (var i = 0; i < 5; i++)
            _ = await force.DataAsync(Record, new { input = Input() });

        await using var stream = await ann.SubscribeAsync(Updates.Replace("updates {", $"updates(after: \"{position}\") {{", StringComparison.Ordinal));
        var told = new List<JsonNode>();
        while (told.Count < 5)
            told.Add(await stream.NextAsync());

        var recorded = await RecordedDisclosures.ReadAsync(exchange.Services);
        var updates = recorded.Entries.Where(entry => entry.Kind == DisclosureKind.Update).OrderBy(entry => entry.FeedPosition).ToArray();
        Assert.Equal(5, updates.Length);
        Assert.All(updates.Zip(told), pair => AssertSame(recorded, pair.Second, pair.First));
        Assert.All(updates, update => Assert.Equal(["ann"], update.Subjects));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_question_that_finds_nothing_is_recorded_and_one_about_no_record_is_not(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var hub = exchange.As(Role.HubPractitioner, "BUR", "ann");
        _ = await hub.DataAsync("{ me { role } agencies(first: 1) { nodes { code } } __typename }");
        Assert.Empty((await RecordedDisclosures.ReadAsync(exchange.Services)).Entries);
        for (var i = 0; i < 3; i++)
            Assert.Null((await hub.DataAsync("query($by: ChildBy!) { child(by: $by) { id } }", new { by = new { nhsNumber = A.NhsNumber() } }))["child"]);
        var entries = (await RecordedDisclosures.ReadAsync(exchange.Services)).Entries;
        Assert.Equal(3, entries.Count);
        Assert.All(entries, entry => Assert.Equal((0, 0, 0), (entry.Children.Count, entry.Records.Count, entry.Details.Count)));
    }

    [SkippableTheory, EveryDatabase]
    public async Task Without_the_ledger_nothing_is_disclosed_and_nothing_acknowledged_is_lost(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, hub) = (exchange.As(Role.PoliceSystem, "greater-manchester"), exchange.As(Role.HubPractitioner, "BUR", "ann"));
        _ = await force.DataAsync(Record, new { input = Input() });
        await using var stream = await hub.SubscribeAsync(Updates);
        await RunAsync(exchange, "ALTER TABLE ledger_groups RENAME TO gone");

        for (var i = 0; i < 4; i++)
        {
            var refused = await hub.AskAsync(Incidents);
            Assert.Equal("LEDGER_UNAVAILABLE", Code(refused));
            Assert.Null(refused["data"]);
        }

        var input = Input();
        var unanswered = await force.AskAsync(Record, new { input });
        Assert.Equal("LEDGER_UNAVAILABLE", Code(unanswered));
        Assert.Null(unanswered["data"]);
        Assert.False(stream.HasUpdate);

        await RunAsync(exchange, "ALTER TABLE gone RENAME TO ledger_groups");
        var again = (await force.DataAsync(Record, new { input }))["recordIncident"]!;
        Assert.Equal("REPLAYED", again["outcome"]!.GetValue<string>());
        Assert.Equal(again["incident"]!["id"]!.GetValue<string>(), (await stream.NextAsync())["data"]!["updates"]!["incident"]!["id"]!.GetValue<string>());
        Assert.Equal(2, (await hub.DataAsync(Incidents))["incidents"]!["nodes"]!.AsArray().Count);
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_stream_that_cannot_be_recorded_for_long_ends_and_is_resumed_without_loss(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, hub) = (exchange.As(Role.PoliceSystem, "greater-manchester"), exchange.As(Role.HubPractitioner, "BUR", "ann"));
        var position = (await hub.DataAsync("{ feedPosition }"))["feedPosition"]!.GetValue<string>();
        await using (var stream = await hub.SubscribeAsync(Updates))
        {
            await RunAsync(exchange, "ALTER TABLE ledger_groups RENAME TO gone");
            _ = await force.AskAsync(Record, new { input = Input() });
            Assert.Equal((1013, "LEDGER_UNAVAILABLE"), await stream.ClosedAsync());
            Assert.False(stream.HasUpdate);
        }

        await RunAsync(exchange, "ALTER TABLE gone RENAME TO ledger_groups");
        await using var resumed = await hub.SubscribeAsync(Updates.Replace("updates {", $"updates(after: \"{position}\") {{", StringComparison.Ordinal));
        Assert.Equal("IncidentRecorded", (await resumed.NextAsync())["data"]!["updates"]!["__typename"]!.GetValue<string>());
    }

    private static JsonNode Input() => SmallWorld.Camel(A.Incident() with { Council = "BUR", Persons = [A.Child(A.NhsNumber())] });

    private static async Task RunAsync(RunningExchange exchange, string statement)
    {
        await using var connection = await exchange.Services.GetRequiredService<ILedgerConnections>().OpenAsync(CancellationToken.None);
        _ = await LedgerCommand.RunAsync(connection, null, statement, CancellationToken.None);
    }

    private static void AssertSame(RecordedDisclosures recorded, JsonNode? answer, LedgerEntry entry)
    {
        var ids = NodeIds.In(answer);
        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.True(recorded.Says(entry, id), $"{id} is not in the ledger."));
        // Who was there is told by records of the children, which have no ids in these answers.
        Assert.Equal(ids.Count, entry.Children.Count + entry.Records.Count(record => record.Kind != RecordKind.ChildRecord));
    }

    private static string? Code(JsonNode answer) => answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();
}
