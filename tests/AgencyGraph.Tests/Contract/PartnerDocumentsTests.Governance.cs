using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Contract;

/// <summary>The documents of who must answer for what was shown.</summary>
public sealed partial class PartnerDocumentsTests
{
    private async Task LooksAreSeenAsync(RunningExchange exchange, string child)
    {
        var (lead, auditor, officer) = (exchange.As(Role.HubLead, "BUR"), exchange.As(Role.LedgerAuditor, "BUR"), exchange.As(Role.PoliceOfficer, Sample.Force));
        await using var accesses = await lead.SubscribeAsync(Text("council/accesses-by-others"));
        await using var alerts = await auditor.SubscribeAsync(Text("governance/alerts-as-raised"));
        _ = await officer.DataAsync("query($id: ID!) { child(by: { id: $id }) { identity { surname } } }", new { id = child });

        // Others have looked before, and may be told of as late.
        JsonNode told;
        do
            told = (await accesses.NextAsync())["data"]!["updates"]!["access"]!;
        while (told["reader"]!.GetValue<string>() != officer.Subject);
        Assert.Equal(child, Id(told["child"]!));
        Assert.Contains(
            officer.Subject, Texts((await lead.DataAsync(Text("council/access-history"), new { child }))["child"]!["accessHistory"]!["nodes"]!, "reader"));
        Assert.Contains(
            officer.Subject,
            Texts((await auditor.DataAsync(Text("governance/child-accesses"), new { filter = new { child } }))["childAccesses"]!["nodes"]!, "reader"));
        Assert.NotEmpty((await auditor.DataAsync(Text("governance/ledger"), new { filter = new { child } }))["ledger"]!["nodes"]!.AsArray());
        await SubjectIsAnsweredAsync(auditor, child);
        await AnotherReaderIsToldOfAsync(exchange, alerts);
        Assert.NotEmpty((await auditor.DataAsync(Text("governance/access-alerts")))["accessAlerts"]!["nodes"]!.AsArray());
    }

    private async Task SubjectIsAnsweredAsync(ExchangeCaller auditor, string child)
    {
        var report = (await WriteAsync(
            auditor, "governance/open-subject-report", "openSubjectReport",
            new { idempotencyKey = Guid.NewGuid(), child, requestedOn = "2026-01-05" }))["report"]!;
        _ = await WriteAsync(auditor, "governance/decide-subject-report", "decideSubjectReport", new
        {
            idempotencyKey = Guid.NewGuid(),
            report = Id(report),
            expectedVersion = Version(report),
            decisions = new[] { new { number = 1, release = "RELEASED" } },
        });
        var reports = (await auditor.DataAsync(Text("governance/subject-reports")))["subjectReports"]!["nodes"]!.AsArray();
        Assert.Equal("1", Assert.Single(Assert.Single(reports)!["released"]!.AsArray())!["number"]!.ToJsonString());
    }

    /// <summary>Who has read more than is usual was told of before the stream was opened; somebody else has not.</summary>
    private static async Task AnotherReaderIsToldOfAsync(RunningExchange exchange, ExchangeStream alerts)
    {
        _ = await exchange.As(Role.HubPractitioner, "BUR", "another").DataAsync("{ children { nodes { id } } }");
        string reader;
        do
            reader = (await alerts.NextAsync())["data"]!["updates"]!["alert"]!["reader"]!.GetValue<string>();
        while (reader != "another");
    }

    private static IEnumerable<string> Texts(JsonNode nodes, string field) => nodes.AsArray().Select(node => node![field]!.GetValue<string>());
}
