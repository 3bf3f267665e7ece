using System.Text.Json.Nodes;
using AgencyGraph.AccessHistory.Indexing;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.AccessHistory;

/// <summary>A child for whom Bury is responsible and whom the force has recorded, and those who look.</summary>
internal sealed class WatchedChild
{
    private WatchedChild(RunningExchange exchange, string id) => (Exchange, Id) = (exchange, id);

    public RunningExchange Exchange { get; }

    public string Id { get; }

    public ExchangeCaller Lead => Exchange.As(Role.HubLead, "BUR", "lena");

    public ExchangeCaller CouncilAuditor => Exchange.As(Role.LedgerAuditor, "BUR");

    public ExchangeCaller ForceAuditor => Exchange.As(Role.LedgerAuditor, Sample.Force);

    public static async Task<WatchedChild> InAsync(RunningExchange exchange)
    {
        var id = await ChildAsync(exchange, 1);
        return new WatchedChild(exchange, id);
    }

    /// <summary>Another such child.</summary>
    public Task<string> AnotherAsync(int number) => ChildAsync(Exchange, number);

    public ExchangeCaller Officer(string subject) => Exchange.As(Role.PoliceOfficer, Sample.Force, subject);

    public static Task<JsonNode> LookAsync(ExchangeCaller reader, params string[] children)
        => reader.DataAsync($"{{ {string.Join(' ', children.Select((child, i) => $"c{i}: node(id: \"{child}\") {{ id ... on Child {{ identity {{ surname }} }} }}"))} }}");

    /// <summary>When this is done, what the ledger has is in the history.</summary>
    public Task IndexAsync() => Exchange.Services.GetRequiredService<AccessIndexer>().IndexAsync(CancellationToken.None);

    /// <summary>Who is in the history, as this caller may know, in the words <c>agency reader role times</c>.</summary>
    public async Task<string[]> HistoryAsync(ExchangeCaller caller, string filter = "")
    {
        await IndexAsync();
        var data = await caller.DataAsync($"{{ childAccesses{filter} {{ nodes {{ agency {{ code }} reader role times childId }} }} }}");
        return [.. data["childAccesses"]!["nodes"]!.AsArray().Where(node => node!["childId"]!.GetValue<string>() == Id)
            .Select(node => $"{node!["agency"]!["code"]} {node["reader"]} {node["role"]} {node["times"]}").Order(StringComparer.Ordinal)];
    }

    private static async Task<string> ChildAsync(RunningExchange exchange, int number)
    {
        var nhsNumber = A.NhsNumber();
        _ = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync(
            "recordIncident", "IncidentInput", Sample.Incident(number, "BUR", true, nhsNumber), "outcome errors { message }");
        var recorded = await exchange.As(Role.CouncilSystem, "BUR").RunAsync(
            "recordChild", "RecordChildInput",
            new { idempotencyKey = Guid.NewGuid(), localReference = $"B{number}", givenName = "Ada", surname = "Test", bornOn = "2015-05-05", nhsNumber },
            "child { id } errors { message }");
        return recorded["child"]!["id"]!.GetValue<string>();
    }
}
