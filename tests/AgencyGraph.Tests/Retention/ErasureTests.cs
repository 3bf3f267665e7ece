using System.Text.Json.Nodes;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using static AgencyGraph.Tests.Retention.EndOfTime;

namespace AgencyGraph.Tests.Retention;

public sealed class ErasureTests
{
    private const string Counts = "{ children { totalCount } incidents { totalCount } }";

    [SkippableTheory, EveryDatabase]
    public async Task An_erased_record_is_as_one_that_never_was_and_whoever_could_see_it_is_told(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var (force, hub) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.HubPractitioner, "BUR"));
        var (incident, child) = await exchange.IncidentAsync();
        await using var told = await hub.SubscribeAsync(Follow);
        await using var own = await force.SubscribeAsync(Follow);
        await using var stranger = await exchange.As(Role.HubPractitioner, "WRL").SubscribeAsync(Follow);

        await exchange.EraseAsync(force, "INCIDENT");

        Assert.Equal(["CHILD", "CHILD_RECORD", "INCIDENT"], await ErasedAsync(told, 3));
        Assert.Equal(["CHILD", "CHILD_RECORD", "INCIDENT"], await ErasedAsync(own, 3));
        Assert.Equal("""{"children":{"totalCount":0},"incidents":{"totalCount":0}}""", (await hub.DataAsync(Counts)).ToJsonString());
        foreach (var caller in new[] { force, hub })
        {
            Assert.False(await caller.SeesAsync(incident));
            Assert.False(await caller.SeesAsync(child));
        }

        // What Wirral is told first is its own: of Bury's it heard nothing.
        var (wirrals, _) = await exchange.IncidentAsync(2, "WRL");
        Assert.Equal(wirrals, Text((await stranger.NextAsync())["data"]!["updates"]!["incident"]!["id"]));
    }

    [SkippableTheory, EveryDatabase]
    public async Task Who_was_away_hears_that_it_was_erased_if_they_had_it_and_is_never_shown_it_again(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var (force, hub, stranger) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.HubPractitioner, "BUR"), exchange.As(Role.HubPractitioner, "WRL"));
        var (left, leftByStranger) = (await CursorAsync(exchange, hub, 101, "BUR"), await CursorAsync(exchange, stranger, 102, "WRL"));
        var (incident, _) = await exchange.IncidentAsync(nhsNumber: "9990000026");
        await KeepOthersAsync(exchange, force, incident);
        await exchange.EraseAsync(force, "INCIDENT");
        var (marker, _) = await exchange.IncidentAsync(2, "BUR", nhsNumber: "9990000034");
        var (wirrals, _) = await exchange.IncidentAsync(3, "WRL", nhsNumber: "9990000042");

        await using var resumed = await hub.SubscribeAsync(Follow, new { after = left });
        await using var others = await stranger.SubscribeAsync(Follow, new { after = leftByStranger });

        Assert.Equal(["CHILD", "CHILD_RECORD", "INCIDENT"], await ErasedAsync(resumed, 3));
        Assert.Equal(marker, Text((await resumed.NextAsync())["data"]!["updates"]!["incident"]!["id"]));
        Assert.Equal(wirrals, Text((await others.NextAsync())["data"]!["updates"]!["incident"]!["id"]));
    }

    [SkippableTheory, EveryDatabase]
    public async Task Who_had_it_withdrawn_before_is_not_told_that_it_was_erased(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var (force, hub) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.HubPractitioner, "BUR"));
        var (incident, _) = await exchange.IncidentAsync();
        await using var stream = await hub.SubscribeAsync(Follow);
        _ = await force.RunAsync(
            "withholdIncident", "WithholdIncidentInput", new { idempotencyKey = Guid.NewGuid(), by = new { id = incident }, expectedVersion = 1, reason = "Harm" }, "outcome");
        for (var i = 0; i < 3; i++)
            Assert.Equal("RecordWithdrawn", Text((await stream.NextAsync())["data"]!["updates"]!["__typename"]));

        await exchange.EraseAsync(force, "INCIDENT");

        var (marker, _) = await exchange.IncidentAsync(2, nhsNumber: "9990000026");
        Assert.Equal(marker, Text((await stream.NextAsync())["data"]!["updates"]!["incident"]!["id"]));
    }

    [SkippableTheory, EveryDatabase]
    public async Task Erasing_a_child_who_is_in_another_agencys_records_leaves_theirs_untouched(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var (council, force) = (exchange.As(Role.CouncilSystem, "BUR"), exchange.As(Role.PoliceSystem, Sample.Force));
        var child = await council.ChildAsync();
        var (incident, same) = await exchange.IncidentAsync(1, "WRL");
        Assert.Equal(child, same);
        const string Whole = "query($id: ID!) { node(id: $id) { ... on Incident { version reference narrative children { child { id } record { id givenName upn } } deliveries { sharedAt } } } }";
        var before = (await force.DataAsync(Whole, new { id = incident })).ToJsonString();
        var wirral = exchange.As(Role.HubPractitioner, "WRL");
        Assert.True(await council.SeesAsync(incident)); // By responsibility.
        await using var stream = await council.SubscribeAsync(Follow);

        await exchange.EraseAsync(council, "CHILD_RECORD");

        Assert.Equal(before, (await force.DataAsync(Whole, new { id = incident })).ToJsonString());
        Assert.True(await wirral.SeesAsync(incident));
        Assert.True(await wirral.SeesAsync(child));
        // Who has erased all that it wrote of a child is not responsible any more, and what it saw by that is withdrawn.
        Assert.False(await council.SeesAsync(incident));
        Assert.False(await council.SeesAsync(child));
        var heard = new List<string>();
        for (var i = 0; i < 4; i++)
            heard.Add(Short(await stream.NextAsync()));
        Assert.Equal(["RecordErased CHILD_RECORD", "RecordWithdrawn CHILD", "RecordWithdrawn CHILD_RECORD", "RecordWithdrawn INCIDENT"], heard.Order(StringComparer.Ordinal));
        // The same child is matched again, by the force's record of the number.
        Assert.Equal(child, (await exchange.IncidentAsync(2, "WRL")).Child);
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_council_to_whose_hub_the_child_was_told_goes_on_with_what_it_was_told(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var council = exchange.As(Role.CouncilSystem, "BUR");
        var child = await council.ChildAsync();
        var (incident, _) = await exchange.IncidentAsync();

        await exchange.EraseAsync(council, "CHILD_RECORD");

        Assert.True(await council.SeesAsync(incident));
        Assert.True(await council.SeesAsync(child));
        Assert.Equal(
            """{"child":{"responsibleCouncil":null,"records":[{"agency":{"code":"greater-manchester"}}]}}""",
            (await council.DataAsync("query($id: ID!) { child(by: { id: $id }) { responsibleCouncil { code } records { agency { code } } } }", new { id = child })).ToJsonString());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_referral_stands_without_the_incident_on_which_it_rested(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var (force, council) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.CouncilSystem, "BUR"));
        var (incident, child) = await exchange.IncidentAsync();
        var referral = Text((await force.RunAsync("makeReferral", "MakeReferralInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            to = "BUR",
            primaryNeed = "ABUSE_OR_NEGLECT",
            children = new[] { child },
            incidents = new[] { incident },
        }, "referral { id } errors { message }"))["referral"]!["id"]);

        await exchange.EraseAsync(force, "INCIDENT");
        Assert.Equal(
            """{"referral":{"children":[{"id":"CHILD"}],"incidents":[]}}""",
            (await council.DataAsync("query($id: ID!) { referral(by: { id: $id }) { children { id } incidents { id } } }", new { id = referral }))
                .ToJsonString().Replace(child, "CHILD", StringComparison.Ordinal));

        // The council answers for the referral; with it the last that anybody says of the child goes.
        await exchange.EraseAsync(council, "REFERRAL");
        Assert.False(await council.SeesAsync(child));
        Assert.NotEqual(child, (await exchange.IncidentAsync(2)).Child);
    }

    [SkippableTheory, EveryDatabase]
    public async Task The_request_that_made_an_erased_record_does_not_make_it_anew(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var request = Sample.Incident(1, "BUR", true, Number);
        _ = await force.RunAsync("recordIncident", "IncidentInput", request, "outcome");
        await exchange.EraseAsync(force, "INCIDENT");

        var again = await force.RunAsync("recordIncident", "IncidentInput", request, "outcome incident { id } errors { code }");

        Assert.Equal("IDEMPOTENCY_MISMATCH", CodeOf(again));
        Assert.Equal("""{"children":{"totalCount":0},"incidents":{"totalCount":0}}""", (await force.DataAsync(Counts)).ToJsonString());
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_a_councils_requests_said_of_a_child_is_forgotten_with_its_record_though_others_know_the_child(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var council = exchange.As(Role.CouncilSystem, "BUR");
        _ = await council.ChildAsync();
        _ = await exchange.IncidentAsync(1, "WRL");
        Assert.Equal(2, await SaidAsync(exchange));

        await exchange.EraseAsync(council, "CHILD_RECORD");

        // The force's, and the decision itself.
        Assert.Equal(2, await SaidAsync(exchange));
    }

    private static async Task<int> SaidAsync(RunningExchange exchange)
    {
        await using var db = exchange.Database.Open();
        var bodies = await db.Set<IdempotencyRecord>().Select(request => request.BodyHash).ToListAsync();
        return bodies.Count(body => body.Any(part => part != 0));
    }

    private static async Task KeepOthersAsync(RunningExchange exchange, ExchangeCaller force, string incident)
    {
        await exchange.LookAsync();
        foreach (var review in (await force.ReviewsAsync()).Where(review => Text(review!["incident"]!["id"]) != incident))
            _ = await force.DecideAsync(Text(review!["id"]), "KEEP", "2126-01-01");
    }

    /// <summary>Where somebody left who had heard of one incident by then.</summary>
    private static async Task<string> CursorAsync(RunningExchange exchange, ExchangeCaller caller, int number, string council)
    {
        await using var stream = await caller.SubscribeAsync(Follow);
        _ = await exchange.IncidentAsync(number, council);
        return Text((await stream.NextAsync())["data"]!["updates"]!["cursor"]);
    }

    private static string Short(JsonNode payload) => $"{payload["data"]!["updates"]!["__typename"]} {payload["data"]!["updates"]!["kind"]}";

    private static async Task<IReadOnlyList<string>> ErasedAsync(ExchangeStream stream, int count)
    {
        var kinds = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var update = (await stream.NextAsync())["data"]!["updates"]!;
            Assert.Equal("RecordErased", Text(update["__typename"]));
            kinds.Add(Text(update["kind"]));
        }

        return [.. kinds.Order(StringComparer.Ordinal)];
    }
}
