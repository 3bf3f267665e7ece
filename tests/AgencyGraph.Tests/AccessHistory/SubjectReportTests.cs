using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.AccessHistory;

public sealed class SubjectReportTests
{
    private const string Selection =
        "outcome errors { code message path } report { id version childId dueOn undecided items { number agency { code } role times release reason } released { number } }";

    [SkippableTheory, EveryDatabase]
    public async Task What_is_released_is_decided_item_by_item_and_nothing_undecided_goes(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var child = await ReadAsync(exchange);

        var report = (await OpenAsync(child.CouncilAuditor, child.Id))["report"]!;
        Assert.Equal((child.Id, "2026-02-28", 2), (report["childId"]!.GetValue<string>(), report["dueOn"]!.GetValue<string>(), report["undecided"]!.GetValue<int>()));
        Assert.Equal(["1 BUR COUNCIL_SYSTEM", "2 greater-manchester POLICE_OFFICER"], report["items"]!.AsArray().Select(Words));
        Assert.Empty(report["released"]!.AsArray());

        var decided = (await DecideAsync(child.CouncilAuditor, report, 1, Item(1, "RELEASED"), Item(2, "WITHHELD", "It would lead to the officer.")))["report"]!;

        Assert.Equal((2, 0), (decided["version"]!.GetValue<int>(), decided["undecided"]!.GetValue<int>()));
        Assert.Equal("""[{"number":1}]""", decided["released"]!.ToJsonString());
        Assert.Equal("It would lead to the officer.", decided["items"]![1]!["reason"]!.GetValue<string>());
        Assert.Single((await child.CouncilAuditor.DataAsync("{ subjectReports { nodes { id } } }"))["subjectReports"]!["nodes"]!.AsArray());
        Assert.Empty((await child.ForceAuditor.DataAsync("{ subjectReports { nodes { id } } }"))["subjectReports"]!["nodes"]!.AsArray());
    }

    [Fact]
    public async Task A_force_answers_for_what_its_own_people_were_shown()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var child = await ReadAsync(exchange);

        var report = (await OpenAsync(child.ForceAuditor, child.Id))["report"]!;

        Assert.Equal(["1 greater-manchester POLICE_OFFICER"], report["items"]!.AsArray().Select(Words));
    }

    [Fact]
    public async Task What_is_wrong_is_refused_with_a_code_and_changes_nothing()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var child = await ReadAsync(exchange);
        var (auditor, stranger) = (child.CouncilAuditor, exchange.As(Role.LedgerAuditor, "WRL"));

        Assert.Equal("NOT_FOUND child", Error(await OpenAsync(stranger, child.Id)));
        Assert.Equal("NOT_FOUND child", Error(await OpenAsync(auditor, "nonsense")));
        Assert.Equal("INVALID_INPUT requestedOn", Error(await OpenAsync(auditor, child.Id, "2999-01-01")));
        Assert.Equal("INVALID_INPUT requestedOn", Error(await OpenAsync(auditor, child.Id, "yesterday")));
        Assert.Empty((await auditor.DataAsync("{ subjectReports { nodes { id } } }"))["subjectReports"]!["nodes"]!.AsArray());

        var report = (await OpenAsync(auditor, child.Id))["report"]!;
        Assert.Equal("NOT_FOUND report", Error(await DecideAsync(stranger, report, 1, Item(1, "RELEASED"))));
        Assert.Equal("VERSION_CONFLICT expectedVersion", Error(await DecideAsync(auditor, report, 2, Item(1, "RELEASED"))));
        Assert.Equal("NOT_FOUND decisions", Error(await DecideAsync(auditor, report, 1, Item(1, "RELEASED"), Item(9, "RELEASED"))));
        Assert.Equal("INVALID_INPUT decisions 0 reason", Error(await DecideAsync(auditor, report, 1, Item(1, "WITHHELD"))));
        Assert.Equal("INVALID_INPUT decisions 0 reason", Error(await DecideAsync(auditor, report, 1, Item(1, "RELEASED", "Why not"))));
        Assert.Equal("INVALID_INPUT decisions", Error(await DecideAsync(auditor, report, 1, Item(1, "RELEASED"), Item(1, "RELEASED"))));
        Assert.Equal("INVALID_INPUT decisions", Error(await DecideAsync(auditor, report, 1)));
        var standing = (await auditor.DataAsync("{ subjectReports { nodes { version undecided } } }"))["subjectReports"]!["nodes"]!;
        Assert.Equal("""[{"version":1,"undecided":2}]""", standing.ToJsonString());
    }

    private static async Task<WatchedChild> ReadAsync(RunningExchange exchange)
    {
        var child = await WatchedChild.InAsync(exchange);
        _ = await WatchedChild.LookAsync(child.Officer("ann"), child.Id);
        await child.IndexAsync();
        return child;
    }

    private static Task<JsonNode> OpenAsync(ExchangeCaller auditor, string child, string requestedOn = "2026-01-31")
        => auditor.RunAsync("openSubjectReport", "OpenSubjectReportInput", new { idempotencyKey = Guid.NewGuid(), child, requestedOn, reference = "SAR 7" }, Selection);

    private static Task<JsonNode> DecideAsync(ExchangeCaller auditor, JsonNode report, int expectedVersion, params object[] decisions)
        => auditor.RunAsync(
            "decideSubjectReport", "DecideSubjectReportInput",
            new { idempotencyKey = Guid.NewGuid(), report = report["id"]!.GetValue<string>(), expectedVersion, decisions }, Selection);

    private static object Item(int number, string release, string? reason = null) => new { number, release, reason };

    private static string Words(JsonNode? item) => $"{item!["number"]} {item["agency"]!["code"]} {item["role"]}";

    private static string Error(JsonNode payload)
        => $"{payload["errors"]![0]!["code"]} {string.Join(' ', payload["errors"]![0]!["path"]!.AsArray().Select(step => step!.GetValue<string>()))}";
}
