using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Safe;

/// <summary>A notice of domestic abuse goes to the child's school, where somebody who is a party to it may work.</summary>
public sealed class SchoolNoticeTests
{
    private const string Notices = "{ incidents { totalCount nodes { reference kind location { lines } safeLocation { lines } children { record { usualAddress { lines } safeAddress { lines } } } adults { givenName } allegedPerpetrators { givenName } } } children { totalCount } }";
    private const string Follow = "subscription { updates { __typename ... on IncidentRecorded { incident { reference location { lines } safeLocation { lines } children { record { usualAddress { lines } safeAddress { lines } } } } } } }";

    [Fact]
    public async Task A_lead_who_is_linked_to_a_party_is_told_nothing_and_the_colleague_is_told_without_the_place()
    {
        var family = new SafeFamily();
        await family.InitializeAsync();
        var (linked, colleague) = (family.Exchange.As(Role.SchoolLead, SafeFamily.School, "governor"), family.Exchange.As(Role.SchoolLead, SafeFamily.School, "colleague"));
        Assert.Contains("\"reference\":\"GMP/2026/1\"", await linked.AskTextAsync(Notices), StringComparison.Ordinal);
        foreach (var child in (await linked.DataAsync("{ children { nodes { id } } }"))["children"]!["nodes"]!.AsArray())
        {
            var declared = await family.Exchange.As(Role.Administrator, SafeFamily.School).RunAsync(
                "declareConflict", "DeclareConflictInput", new { idempotencyKey = Guid.NewGuid(), child = child!["id"]!.GetValue<string>(), worker = "governor", reason = "The father" }, "errors { code message }");
            Assert.Empty(declared["errors"]!.AsArray());
        }

        await using var told = await colleague.SubscribeAsync(Follow);
        await using var untold = await linked.SubscribeAsync(Follow);
        _ = await family.RecordIncidentAsync(3, "BUR", "4 Open Court", [SafeFamily.Person("VICTIM", "Ada", SafeFamily.EldersNumber, null)], isPlaceSafe: false);
        Assert.Equal(
            """{"data":{"updates":{"__typename":"IncidentRecorded","incident":{"reference":"GMP/2026/3","location":null,"safeLocation":null,"children":[{"record":null}]}}}}""",
            (await told.NextAsync()).ToJsonString());
        await told.DisposeAsync();

        Assert.Equal("""{"incidents":{"totalCount":0,"nodes":[]},"children":{"totalCount":0}}""", (await linked.DataAsync(Notices)).ToJsonString());
        Assert.False(untold.HasHeard);
        var notices = await colleague.AskTextAsync(Notices);
        Assert.Contains("\"reference\":\"GMP/2026/3\"", notices, StringComparison.Ordinal);
        Assert.All(SafeFamily.Secrets.Append("4 Open Court").Append("Pat"), line => Assert.DoesNotContain(line, notices, StringComparison.Ordinal));
        await untold.DisposeAsync();
        await family.DisposeAsync();
    }
}
