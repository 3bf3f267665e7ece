using System.Text.Json.Nodes;
using AgencyGraph.Incidents;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Door;

/// <summary>Incidents that are refused, over the real HTTP door: each by a code and a place, and nothing has changed.</summary>
public sealed class RefusedIncidentsTests(Standing standing) : IClassFixture<Standing>
{
    private const string Record
        = "mutation($input: IncidentInput!) { recordIncident(input: $input) { outcome incident { id } errors { code message path } } }";

    private const string Share
        = "mutation($input: ShareIncidentInput!) { shareIncident(input: $input) { outcome incident { id } errors { code message path } } }";

    public static TheoryData<string, Func<IncidentInput, IncidentInput>> Wrongs => new()
    {
        { "occurredAt", input => input with { OccurredAt = "31/10/2026 22:10" } },
        { "occurredAt", input => input with { OccurredAt = "2026-02-30T22:10:00Z" } },
        { "occurredAt", input => input with { OccurredAt = "2026-11-20T22:10:00" } },
        { "recordedAt", input => input with { RecordedAt = "2999-01-01T00:00:00Z" } },
        { "reference", input => input with { Reference = "MER/2026/1" } },
        { "reference", input => input with { Reference = "GMP/2026/1\u0000" } },
        { "council", input => input with { Council = "XXX" } },
        { "council", input => input with { Council = "" } },
        { "kind", input => input with { Kind = "SOMETHING" } },
        { "narrative", input => input with { Narrative = new string('x', 20_001) } },
        { "narrative", input => input with { Narrative = "A bell \u0007 rings." } },
        { "narrative", input => input with { Narrative = "Turned \u202E round." } },
        { "persons.0.nhsNumber", input => input with { Persons = [A.Child("9990000019")] } },
        { "persons.0.nhsNumber", input => input with { Persons = [A.Child("999 000 0018 0")] } },
        { "persons.0.bornOn", input => input with { Persons = [A.Child() with { BornOn = "2026-11-21" }] } },
        { "persons.0.bornOn", input => input with { Persons = [A.Child() with { BornOn = "2015-02-31" }] } },
        { "persons.0.surname", input => input with { Persons = [A.Child() with { Surname = "Pa\ntel" }] } },
        { "idempotencyKey", input => input with { IdempotencyKey = Guid.Empty } },
    };

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task A_wrong_value_is_refused_by_its_place(string path, Func<IncidentInput, IncidentInput> spoil)
    {
        var before = await standing.StateAsync();

        var payload = await SendAsync(Record, Standing.Written(spoil(A.Incident())), "greater-manchester");

        Assert.Equal("REFUSED", payload["outcome"]?.GetValue<string>());
        Assert.Null(payload["incident"]);
        var error = Assert.Single(payload["errors"]!.AsArray())!;
        Assert.Equal("INVALID_INPUT", error["code"]?.GetValue<string>());
        Assert.Equal(path, string.Join('.', error["path"]!.AsArray().Select(step => step!.GetValue<string>())));
        Assert.Equal(before, await standing.StateAsync());
    }

    [Fact]
    public async Task Half_a_character_does_not_pass_the_door()
    {
        var before = await standing.StateAsync();
        var body = new JsonObject { ["query"] = Record, ["variables"] = new JsonObject { ["input"] = Standing.Written(A.Incident()) } }.ToJsonString()
            .Replace("Two officers", "Two \\ud83d officers", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Authorization", $"Bearer {standing.Exchange.As(Role.PoliceSystem, "greater-manchester").Token}");
        request.Headers.Add("X-Purpose", "SAFEGUARDING");
        using var response = await standing.Client.SendAsync(request);

        Assert.Contains("BAD_REQUEST", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await standing.StateAsync());
    }

    [Fact]
    public async Task Another_forces_incident_is_answered_exactly_as_one_that_is_not_there()
    {
        var recorded = await SendAsync(Record, Standing.Written(A.Incident() with { Sharing = A.Withheld() }), "greater-manchester");
        var before = await standing.StateAsync();
        var id = recorded["incident"]!["id"]!.GetValue<string>();

        var hidden = await SendAsync(Share, Sharing(id), "merseyside");
        var absent = await SendAsync(Share, Sharing("aQGiDIGMi3kHuZNWskllneM"), "merseyside");
        var malformed = await SendAsync(Share, Sharing("zzz"), "merseyside");

        Assert.Equal("NOT_FOUND", absent["errors"]![0]!["code"]!.GetValue<string>());
        Assert.Equal(absent.ToJsonString(), hidden.ToJsonString());
        Assert.Equal(absent.ToJsonString(), malformed.ToJsonString());
        Assert.Equal(before, await standing.StateAsync());
    }

    private static JsonNode Sharing(string id) => Standing.Written(new { idempotencyKey = Guid.NewGuid(), by = new { id }, expectedVersion = 1 });

    private async Task<JsonNode> SendAsync(string mutation, JsonNode input, string force)
        => (await standing.Exchange.As(Role.PoliceSystem, force).DataAsync(mutation, new { input })).AsObject().Single().Value!; // One mutation, one payload.
}
