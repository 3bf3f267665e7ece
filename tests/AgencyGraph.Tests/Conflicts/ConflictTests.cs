using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Conflicts;

public sealed class ConflictTests
{
    private const string Declared = "outcome decision { worker verdict reason byAgency { code } by } errors { code message path }";
    private const string Counts = "{ children { totalCount } incidents { totalCount } }";
    private const string Updates = "subscription { updates { __typename ... on RecordWithdrawn { kind } } }";

    [SkippableTheory, EveryDatabase]
    public async Task An_officer_linked_to_a_party_is_shown_nothing_and_a_colleague_everything(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var child = await ChildAsync(exchange);
        var (linked, colleague) = (Officer(exchange, "linked"), Officer(exchange, "colleague"));
        await using var stream = await linked.SubscribeAsync(Updates);

        var answer = await DeclareAsync(exchange.As(Role.PoliceSystem, Sample.Force), child);

        Assert.Equal("RECORDED", answer["outcome"]!.GetValue<string>());
        Assert.Equal("""{"children":{"totalCount":0},"incidents":{"totalCount":0}}""", (await linked.DataAsync(Counts)).ToJsonString());
        Assert.Equal("""{"children":{"totalCount":1},"incidents":{"totalCount":1}}""", (await colleague.DataAsync(Counts)).ToJsonString());
        Assert.Null((await linked.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id = child }))["node"]);
        Assert.Equal("RecordWithdrawn", (await stream.NextAsync())["data"]!["updates"]!["__typename"]!.GetValue<string>());
    }

    [SkippableTheory, EveryDatabase]
    public async Task When_the_conflict_ends_the_officer_sees_the_child_again(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (child, system) = (await ChildAsync(exchange), exchange.As(Role.PoliceSystem, Sample.Force));
        _ = await DeclareAsync(system, child);

        var ended = await system.RunAsync("endConflict", "EndConflictInput", Input(child), Declared);

        Assert.Equal("RECORDED", ended["outcome"]!.GetValue<string>());
        Assert.Equal("""{"children":{"totalCount":1},"incidents":{"totalCount":1}}""", (await Officer(exchange, "linked").DataAsync(Counts)).ToJsonString());
    }

    [Fact]
    public async Task An_administrator_declares_it_and_is_shown_no_child()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var child = await ChildAsync(exchange);

        var answer = await DeclareAsync(exchange.As(Role.Administrator, Sample.Force), child);

        Assert.Equal("""{"worker":"linked","verdict":"DECLARED","reason":"Related","byAgency":{"code":"greater-manchester"},"by":"administrator-greater-manchester"}""", answer["decision"]!.ToJsonString());
        Assert.Null((await exchange.As(Role.Administrator, Sample.Force).DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id = child }))["node"]);
    }

    [Fact]
    public async Task An_administrator_speaks_for_workers_of_the_own_agency_alone()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var child = await ChildAsync(exchange);

        _ = await DeclareAsync(exchange.As(Role.Administrator, "BUR"), child);

        Assert.Equal("""{"children":{"totalCount":1},"incidents":{"totalCount":1}}""", (await Officer(exchange, "linked").DataAsync(Counts)).ToJsonString());
    }

    [Theory]
    [InlineData("", "INVALID_INPUT")]
    [InlineData("police-system-greater-manchester", "INVALID_INPUT")]
    public async Task Who_cannot_sign_in_and_who_declares_cannot_be_the_worker(string worker, string code)
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var answer = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync(
            "declareConflict", "DeclareConflictInput", Input(await ChildAsync(exchange), worker), Declared);

        Assert.Equal(code, answer["errors"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_system_cannot_declare_on_a_child_that_it_does_not_see()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var answer = await DeclareAsync(exchange.As(Role.PoliceSystem, "merseyside"), await ChildAsync(exchange));

        Assert.Equal("NOT_FOUND", answer["errors"]![0]!["code"]!.GetValue<string>());
    }

    private static ExchangeCaller Officer(RunningExchange exchange, string subject) => exchange.As(Role.PoliceOfficer, Sample.Force, subject);

    private static Task<JsonNode> DeclareAsync(ExchangeCaller caller, string child)
        => caller.RunAsync("declareConflict", "DeclareConflictInput", Input(child), Declared);

    private static object Input(string child, string worker = "linked") => new { idempotencyKey = Guid.NewGuid(), child, worker, reason = "Related" };

    private static async Task<string> ChildAsync(RunningExchange exchange)
    {
        var answer = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync(
            "recordIncident", "IncidentInput", Sample.Incident(1, "BUR"), "incident { children { child { id } } } errors { message }");
        return answer["incident"]!["children"]![0]!["child"]!["id"]!.GetValue<string>();
    }
}
