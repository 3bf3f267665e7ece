using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Safe;

/// <summary>What is sent of a family that is kept safe, while it moves and after: by whose stream, from which position, and whatever is sent again.</summary>
public sealed class SafeUpdatesTests
{
    private const string Open = "4 Open Court";
    private const string NewRefuge = "8 New Refuge";
    private const string Last = "GMP/2026/99";
    private const string Outcome = "outcome errors { code message }";

    private const string Follow = """
        subscription($after: Cursor) {
          updates(after: $after) {
            __typename cursor
            ... on IncidentRecorded { incident { ...I } } ... on IncidentCorrected { incident { ...I } } ... on IncidentWithheld { incident { ...I } } ... on IncidentShared { incident { ...I } }
            ... on ChildRecorded { record { ...R } }
            ... on ReferralMade { referral { id children { ...C } incidents { ...I } } }
            ... on RecordVisible { record { __typename ... on Incident { ...I } ... on ChildRecord { ...R } ... on Child { ...C } ... on Referral { children { ...C } } } }
          }
        }
        fragment A on Address { lines postcode }
        fragment R on ChildRecord { id usualAddress { ...A } safeAddress { ...A } child { addresses { usual { ...A } safe { ...A } } } }
        fragment C on Child { id addresses { usual { ...A } safe { ...A } } records { ...R } }
        fragment I on Incident {
          id reference location { ...A } safeLocation { ...A } adults { usualAddress { ...A } safeAddress { ...A } } allegedPerpetrators { usualAddress { ...A } }
          children { record { ...R } child { ...C } }
        }
        """;

    private static readonly string[] Hidden = [.. SafeFamily.Secrets, Open, NewRefuge];

    [Fact]
    public async Task An_address_that_has_become_safe_is_in_no_frame_and_in_nothing_that_is_sent_again()
    {
        var family = new SafeFamily();
        await family.InitializeAsync();
        var exchange = family.Exchange;
        var (police, hub) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.HubPractitioner, "BUR"));
        var position = (await hub.DataAsync("{ feedPosition }"))["feedPosition"]!.GetValue<string>();
        var hearers = new List<(ExchangeStream Stream, bool IsToldThePlace)>();
        foreach (var (role, agency, isTold) in new[]
        {
            (Role.PoliceOfficer, Sample.Force, true), (Role.HubPractitioner, "BUR", true), (Role.HubLead, "BUR", true),
            (Role.SchoolLead, SafeFamily.School, false), (Role.HealthPractitioner, SafeFamily.Surgery, false),
        })
        {
            hearers.Add((await exchange.As(role, agency).SubscribeAsync(Follow), isTold));
        }

        // Where they were is open at first.
        var incident = Incident(3, Open, isPlaceSafe: false);
        _ = await police.RunAsync("recordIncident", "IncidentInput", incident, "outcome");
        foreach (var (stream, isTold) in hearers)
            Assert.Equal(isTold, (await stream.NextAsync()).ToJsonString().Contains(Open, StringComparison.Ordinal));

        await MoveAsync(family, police, hub, incident);

        await using (var resumed = await hub.SubscribeAsync(Follow, new { after = position }))
            AreSilent(await UntilLastAsync(resumed), "IncidentRecorded", "IncidentCorrected");
        foreach (var (stream, _) in hearers)
        {
            AreSilent(await UntilLastAsync(stream), "IncidentCorrected");
            await stream.DisposeAsync();
        }

        await family.DisposeAsync();
    }

    /// <summary>The place becomes safe, so does the mother's home; everything is sent again, withheld, shared and referred.</summary>
    private static async Task MoveAsync(SafeFamily family, ExchangeCaller police, ExchangeCaller hub, Dictionary<string, object?> incident)
    {
        var correction = Incident(3, Open, isPlaceSafe: true);
        _ = correction.Remove("reference");
        (correction["by"], correction["expectedVersion"], correction["reason"]) = (new { reference = "GMP/2026/3" }, 1, "They are to be safe there.");
        Took(await police.RunAsync("correctIncident", "CorrectIncidentInput", correction, Outcome));

        var replayed = await police.RunAsync("recordIncident", "IncidentInput", incident, "outcome errors { message } incident { location { lines } safeLocation { lines } }");
        Took(replayed);
        Assert.Equal($$$"""{"location":null,"safeLocation":{"lines":["{{{Open}}}"]}}""", replayed["incident"]!.ToJsonString());

        var by = new { reference = "GMP/2026/3" };
        Took(await police.RunAsync("withholdIncident", "WithholdIncidentInput", new { idempotencyKey = Guid.NewGuid(), by, expectedVersion = 2, reason = "Harm" }, Outcome));
        Took(await police.RunAsync("shareIncident", "ShareIncidentInput", new { idempotencyKey = Guid.NewGuid(), by, expectedVersion = 3 }, Outcome));
        Took(await hub.RunAsync("setSafeAddress", "SetSafeAddressInput", new { idempotencyKey = Guid.NewGuid(), child = family.Elder, expectedVersion = 1, address = new { lines = new[] { NewRefuge } } }, Outcome));
        Took(await hub.RunAsync("makeReferral", "MakeReferralInput", new { idempotencyKey = Guid.NewGuid(), to = "BUR", primaryNeed = "ABUSE_OR_NEGLECT", children = new[] { family.Elder } }, Outcome));
        Took(await police.RunAsync("recordIncident", "IncidentInput", Incident(99, SafeFamily.Place, isPlaceSafe: true), Outcome));
    }

    private static void Took(JsonNode answer) => Assert.True(answer["errors"]!.AsArray().Count == 0, answer.ToJsonString());

    private static Dictionary<string, object?> Incident(int number, string place, bool isPlaceSafe)
    {
        var incident = Sample.Incident(number, "BUR");
        incident["location"] = new { lines = new[] { place }, isSafe = isPlaceSafe };
        incident["persons"] = new[] { SafeFamily.Person("VICTIM", "Ada", SafeFamily.EldersNumber, SafeFamily.EldersByForce), SafeFamily.Person("PARENT", "Eva", null, SafeFamily.Mothers) };
        return incident;
    }

    private static async Task<IReadOnlyList<string>> UntilLastAsync(ExchangeStream stream)
    {
        var frames = new List<string>();
        while (frames.Count == 0 || !frames[^1].Contains(Last, StringComparison.Ordinal))
            frames.Add((await stream.NextAsync()).ToJsonString());
        return frames;
    }

    private static void AreSilent(IReadOnlyList<string> frames, params string[] told)
    {
        Assert.All(told, kind => Assert.Contains(frames, frame => frame.Contains($"\"{kind}\"", StringComparison.Ordinal)));
        Assert.All(frames, frame => Assert.All(Hidden, line => Assert.DoesNotContain(line, frame, StringComparison.Ordinal)));
    }
}
