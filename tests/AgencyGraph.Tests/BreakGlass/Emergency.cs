using System.Text.Json.Nodes;
using AgencyGraph.BreakGlass;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgencyGraph.Tests.BreakGlass;

/// <summary>A child of Bury's, kept safe, of whom Merseyside knows nothing; and how an officer there breaks the glass.</summary>
internal static class Emergency
{
    public const string NhsNumber = "9990000018";
    public const string Upn = "B801200005001";
    public const string Unknown = "9990000026";
    public const string Force = "merseyside";
    public const string Shown = "child { id records { givenName safeAddress { lines } } responsibleCouncil { code } }";
    public const string Selection = "outcome glass { id version state openUntil " + Shown + " } errors { __typename code message path }";
    public const string Child = "query($id: ID!) { child(by: { id: $id }) { id records { givenName safeAddress { lines } } } }";
    private static readonly string[] Home = ["1 Home"];
    private static readonly string[] Refuge = ["2 Refuge"];

    public static ExchangeCaller Officer(this RunningExchange exchange, string subject = "olive", string purpose = "BREAK_GLASS", string agency = Force)
        => exchange.As(Role.PoliceOfficer, agency, subject, purpose);

    /// <summary>The child's id.</summary>
    public static async Task<string> ChildAsync(
        RunningExchange exchange, string nhsNumber = NhsNumber, string? upn = Upn, string reference = "B-1", string council = "BUR", string givenName = "Ada")
    {
        var hub = exchange.As(Role.HubPractitioner, council);
        var recorded = (await hub.RunAsync("recordChild", "RecordChildInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = reference,
            givenName,
            surname = "Test",
            bornOn = "2015-05-05",
            nhsNumber,
            upn,
            address = new { lines = Home, postcode = "BL9 0SW" },
        }, "child { id } errors { message }"))["child"]!;
        var child = Text(recorded["id"]);
        _ = await hub.RunAsync("setSafeAddress", "SetSafeAddressInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            child,
            expectedVersion = 1,
            address = new { lines = Refuge },
        }, "outcome errors { message }");
        return child;
    }

    public static object Input(object? by = null, string reason = "The father has the knife.") => new
    {
        idempotencyKey = Guid.NewGuid(),
        by = by ?? new { nhsNumber = NhsNumber },
        reasonCode = "IMMEDIATE_DANGER",
        reason,
    };

    public static Task<JsonNode> BreakAsync(this ExchangeCaller caller, object? by = null, string reason = "The father has the knife.", string selection = Selection)
        => caller.RunAsync("breakGlass", "BreakGlassInput", Input(by, reason), selection);

    public static string CodeOf(JsonNode payload) => Text(payload["errors"]?.AsArray().FirstOrDefault()?["code"] ?? payload["outcome"]);

    public static string? ErrorOf(JsonNode answer) => answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();

    public static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";

    public static async Task RestrictAsync(RunningExchange exchange, string child, params string[] named)
    {
        var answer = await exchange.As(Role.CouncilSystem, "BUR").RunAsync("restrictRecord", "RestrictRecordInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            record = child,
            named = named.Select(subject => new { agency = "BUR", subject }),
            reason = "Harm",
        }, "outcome errors { message }");
        Assert.Equal("RECORDED", Text(answer["outcome"]));
    }

    /// <summary>As though all that was opened had been opened so much earlier.</summary>
    public static async Task AgeAsync(RunningExchange exchange, TimeSpan by)
    {
        await using var db = exchange.Database.Open();
        foreach (var tie in await db.Set<Relationship>().AsTracking().Where(tie => tie.Kind == RelationshipKind.BrokenGlass).ToListAsync())
            tie.End(tie.To!.Value - by); // It ends by itself.
        foreach (var glass in await db.Set<BrokenGlass>().AsTracking().Where(glass => glass.OpenUntil != null).ToListAsync())
        {
            glass.Open(glass.OpenUntil!.Value - by); // It is not null.
            db.Entry(glass).Property(row => row.ReviewDueAt).CurrentValue = glass.ReviewDueAt - by;
        }

        _ = await db.SaveChangesAsync();
    }

    public static Task LookAsync(RunningExchange exchange)
        => exchange.Services.GetServices<IHostedService>().OfType<ReviewWatch>().Single().LookAsync(CancellationToken.None);
}
