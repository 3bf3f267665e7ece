using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Restrictions;

public sealed class RestrictRecordTests
{
    private const string Number = "9990000018";
    private const string Unknown = "9990000026";
    private const string Follow = """
        subscription { updates { __typename ... on RecordVisible { record { __typename } } ... on RecordWithdrawn { kind }
          ... on IncidentRecorded { incident { reference } } } }
        """;

    [SkippableTheory, EveryDatabase]
    public async Task A_restricted_child_is_withdrawn_from_all_who_are_not_named_and_comes_back_when_it_is_lifted(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var child = await SettleAsync(exchange);
        var (hub, anna, force) = (exchange.As(Role.HubPractitioner, "BUR"), exchange.As(Role.HubPractitioner, "BUR", "anna"), exchange.As(Role.PoliceSystem, Sample.Force));
        await using var blind = await hub.SubscribeAsync(Follow);
        await using var named = await anna.SubscribeAsync(Follow);
        using var police = await ExchangeEvents.OpenAsync(exchange, force, Follow);

        Assert.Equal("RECORDED", await RestrictAsync(exchange.As(Role.CouncilSystem, "BUR"), child, "anna"));

        const string Counts = "{ children { totalCount } incidents { totalCount } }";
        Assert.Equal("""{"children":{"totalCount":0},"incidents":{"totalCount":0}}""", (await hub.DataAsync(Counts)).ToJsonString());
        Assert.Equal("""{"children":{"totalCount":1},"incidents":{"totalCount":1}}""", (await anna.DataAsync(Counts)).ToJsonString());
        Assert.Equal("""{"children":{"totalCount":0},"incidents":{"totalCount":0}}""", (await force.DataAsync(Counts)).ToJsonString());
        Assert.Equal(["CHILD", "CHILD_RECORD", "CHILD_RECORD", "INCIDENT"], await KindsAsync(blind.NextAsync, "kind"));
        Assert.Equal(["CHILD", "CHILD_RECORD", "INCIDENT"], await KindsAsync(police.NextAsync, "kind", 3));

        _ = await exchange.As(Role.CouncilSystem, "BUR").RunAsync(
            "liftRestriction", "LiftRestrictionInput", new { idempotencyKey = Guid.NewGuid(), record = child, reason = "Over" }, "outcome");
        Assert.Equal(["Child", "ChildRecord", "ChildRecord", "Incident"], await KindsAsync(blind.NextAsync, "__typename", 4, "record"));
        Assert.Equal("""{"children":{"totalCount":1},"incidents":{"totalCount":1}}""", (await hub.DataAsync(Counts)).ToJsonString());
        Assert.False(named.HasHeard);
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_is_recorded_of_a_restricted_child_by_who_is_not_named_is_answered_as_of_an_unknown_one(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var child = await SettleAsync(exchange);
        _ = await RestrictAsync(exchange.As(Role.CouncilSystem, "BUR"), child, "anna");
        var (force, wirral) = (exchange.As(Role.PoliceSystem, "merseyside"), exchange.As(Role.HubPractitioner, "WRL"));

        var answers = new List<string>();
        foreach (var number in new[] { Number, Unknown })
        {
            var incident = Sample.Incident(1, "WRL", true, number);
            incident["reference"] = $"MER/2026/{number}";
            var answer = await force.RunAsync("recordIncident", "IncidentInput", incident, "outcome incident { children { child { records { upn } } } } errors { code }");
            answers.Add(answer.ToJsonString());
            var recorded = await wirral.RunAsync("recordChild", "RecordChildInput", new
            {
                idempotencyKey = Guid.NewGuid(),
                localReference = number,
                givenName = "Ada",
                surname = "Test",
                bornOn = "2015-05-05",
                nhsNumber = number,
            }, "outcome child { responsibleCouncil { code } records { upn } } errors { code }");
            answers.Add(recorded.ToJsonString());
        }

        Assert.Equal(answers[0], answers[2]);
        Assert.Equal(answers[1], answers[3]);
        Assert.Equal("NOT_FOUND", await RestrictAsync(exchange.As(Role.CouncilSystem, "WRL"), child));
    }

    [SkippableTheory, EveryDatabase]
    public async Task Who_may_not_restrict_is_told_so_only_of_what_they_see(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var child = await SettleAsync(exchange);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var incident = Text((await force.DataAsync("{ incidents { nodes { id } } }"))["incidents"]!["nodes"]![0]!["id"]);

        Assert.Equal("NOT_RESPONSIBLE", await RestrictAsync(force, child));
        Assert.Equal("NOT_RESPONSIBLE", await RestrictAsync(exchange.As(Role.CouncilSystem, "BUR"), incident));
        Assert.Equal("NOT_FOUND", await RestrictAsync(exchange.As(Role.CouncilSystem, "WRL"), child));
        Assert.Equal("NOT_FOUND", await RestrictAsync(force, "nothing"));
        Assert.Equal("RECORDED", await RestrictAsync(force, incident));
        var hidden = await exchange.As(Role.CouncilSystem, "BUR").DataAsync("{ incidents { totalCount } children { nodes { records { agency { code } } } } }");
        Assert.Equal("""{"incidents":{"totalCount":0},"children":{"nodes":[{"records":[{"agency":{"code":"BUR"}}]}]}}""", hidden.ToJsonString());
        Assert.Equal("NOT_FOUND", await RestrictAsync(exchange.As(Role.PoliceSystem, Sample.Force, "another"), incident));
    }

    /// <summary>
    /// A key is its agency's, hidden or not. Who takes a hidden one again is answered as one who lost a race for it, or as of one in sight, and shown nothing.
    /// </summary>
    [SkippableTheory, EveryDatabase]
    public async Task A_key_of_a_restricted_record_gives_nothing_of_the_record_away(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var child = await SettleAsync(exchange);
        var (force, other) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.PoliceSystem, Sample.Force, "another"));
        var (system, hub) = (exchange.As(Role.CouncilSystem, "BUR"), exchange.As(Role.HubPractitioner, "BUR"));
        var incident = Text((await force.DataAsync("{ incidents { nodes { id } } }"))["incidents"]!["nodes"]![0]!["id"]);
        Assert.Contains("\"ALREADY_EXISTS\"", await IncidentAsync(), StringComparison.Ordinal);
        var inSight = await ChildAsync();
        Assert.Contains("\"ALREADY_EXISTS\"", inSight, StringComparison.Ordinal);
        Assert.Contains("\"RECORDED\"", await ConflictAsync(system, "bert"), StringComparison.Ordinal);
        Assert.Contains("\"ALREADY_EXISTS\"", await ConflictAsync(exchange.As(Role.CouncilSystem, "BUR", "second"), "bert"), StringComparison.Ordinal);

        Assert.Equal("RECORDED", await RestrictAsync(force, incident));
        Assert.Equal("RECORDED", await RestrictAsync(system, child, "anna"));

        var hidden = await IncidentAsync();
        Assert.Contains("\"errors\":[{\"__typename\":\"Contended\"", hidden, StringComparison.Ordinal);
        Assert.Contains("\"incident\":null", hidden, StringComparison.Ordinal);
        Assert.Equal(inSight, await ChildAsync());
        // A conflict is found by the child: whoever does not see the child is told of none.
        var second = exchange.As(Role.CouncilSystem, "BUR", "second");
        Assert.Contains("\"NOT_FOUND\"", await ConflictAsync(second, "bert"), StringComparison.Ordinal);
        Assert.Equal(await ConflictAsync(second, "somebody"), await ConflictAsync(second, "bert"));

        Task<string> IncidentAsync() => TakeAsync(other, "recordIncident", "IncidentInput", "incident { id }", Sample.Incident(1, "BUR"));
        Task<string> ChildAsync() => TakeAsync(hub, "recordChild", "RecordChildInput", "child { id }", new { idempotencyKey = Guid.NewGuid(), localReference = "B-1", givenName = "Other", surname = "Test" });
        Task<string> ConflictAsync(ExchangeCaller caller, string worker) => TakeAsync(
            caller, "declareConflict", "DeclareConflictInput", "__typename", new { idempotencyKey = Guid.NewGuid(), child, worker, reason = "Related" });
    }

    private static Task<string> TakeAsync(ExchangeCaller caller, string mutation, string input, string selection, object value) => caller.AskTextAsync(
        $"mutation($input: {input}!) {{ {mutation}(input: $input) {{ outcome {selection} errors {{ __typename code message path }} }} }}", new { input = value });

    private static async Task<string> SettleAsync(RunningExchange exchange)
    {
        _ = await exchange.As(Role.PoliceSystem, Sample.Force)
            .RunAsync("recordIncident", "IncidentInput", Sample.Incident(1, "BUR", true, Number), "outcome");
        var recorded = await exchange.As(Role.HubPractitioner, "BUR").RunAsync("recordChild", "RecordChildInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = "B-1",
            givenName = "Ada",
            surname = "Test",
            bornOn = "2015-05-05",
            nhsNumber = Number,
        }, "child { id }");
        return Text(recorded["child"]!["id"]);
    }

    private static async Task<string> RestrictAsync(ExchangeCaller caller, string record, params string[] named)
    {
        var answer = await caller.RunAsync("restrictRecord", "RestrictRecordInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            record,
            named = named.Select(subject => new { agency = "BUR", subject }),
            reason = "Harm",
        }, "outcome decision { verdict } errors { code }");
        if (answer["errors"]!.AsArray() is [var error])
            return Text(error!["code"]);
        Assert.Equal("RESTRICTED", Text(answer["decision"]!["verdict"]));
        return Text(answer["outcome"]);
    }

    private static async Task<List<string>> KindsAsync(Func<Task<JsonNode>> next, string field, int count = 4, string? within = null)
    {
        var kinds = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var update = (await next())["data"]!["updates"]!;
            kinds.Add(Text((within is null ? update : update[within])?[field]));
        }

        return [.. kinds.Order(StringComparer.Ordinal)];
    }

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";
}
