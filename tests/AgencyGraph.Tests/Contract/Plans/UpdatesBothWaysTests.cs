using System.Text;
using AgencyGraph.Agencies;
using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Engine;
using AgencyGraph.Contract.Engine.Planning;
using AgencyGraph.Feed;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Timeliness;
using AgencyGraph.Visibility;
using GraphQL;
using GraphQL.Validation;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Contract.Plans;

/// <summary>Every update of a small world, rendered by plan and by engine, for every kind of viewer: the same bytes, or both nothing.</summary>
public sealed class UpdatesBothWaysTests
{
    private static readonly string[] Documents =
    [
        "subscription { updates { id sequence cursor previousCursor occurredAt recordedAt __typename } }",
        "subscription { u: updates { c: cursor ... on IncidentRecorded { incident { id reference kind council { code } children { role child { id identity { givenName } } } withheld { field } } again: incident { id } } ... on ReferralMade { referral { id stage children { id } } } ... on ChildRecorded { record { child { id } localReference } } ... on Update { recordedAt } } }",
        "subscription { updates { __typename ... on DeadlineAtRisk { deadline { id } } ... on DeadlineMissed { deadline { id clock { code limit source } toActBy { code } dueAt state escalatedTo pauses { reason } referral { id stage } } } ... on DeadlineEscalated { deadline { escalatedAt } } } }",
        "subscription { updates { ...F } } fragment F on Update { id ... on ReferralRated { referral { rating { risk } } } ... on IncidentRecorded { incident { deliveries { to { code } } location { postcode } informant { surname } sharing { decision } } } }",
    ];

    private static readonly Caller[] Viewers =
    [
        Of("any", "greater-manchester", Role.PoliceSystem), Of("any", "merseyside", Role.PoliceOfficer), Of("any", "BUR", Role.CouncilSystem),
        Of("any", "BUR", Role.HubPractitioner), Of("any", "WRL", Role.HubPractitioner), Of("anna", "BUR", Role.SocialWorker), Of("ben", "BUR", Role.SocialWorker),
    ];

    [SkippableTheory, EveryDatabase]
    public async Task Plans_and_engine_render_the_same_bytes(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        _ = await SmallWorld.WriteAsync(exchange);
        await Clockwork.WatchOf(exchange).LookAsync(DateTime.UtcNow.AddDays(30), CancellationToken.None);
        await using var db = exchange.Database.Open();
        var entries = await db.Set<FeedEntry>().AsNoTracking().OrderBy(entry => entry.Position).ToListAsync();
        var (plans, runner) = (exchange.Services.GetRequiredService<PlannedUpdates>(), exchange.Services.GetRequiredService<GraphRunner>());
        var (shown, hidden) = (0, 0);
        foreach (var document in Documents)
        {
            var parsed = exchange.Services.GetRequiredService<AgencyGraph.Contract.Engine.Documents>().Parse(document);
            var subscription = new PlannedSubscription(document, parsed, parsed.Definitions.OfType<GraphQLOperationDefinition>().Single(), Variables.None);
            foreach (var entry in entries)
                foreach (var viewer in Viewers)
                {
                    var (byPlan, byEngine) = (new ShownRecords(), new ShownRecords());
                    var (isDone, planned) = await plans.TryRenderAsync(subscription, entry, viewer, byPlan, CancellationToken.None);
                    var engine = await runner.RenderAsync(document, null, Inputs.Empty, viewer, entry, byEngine, CancellationToken.None);
                    Assert.True(isDone);
                    Assert.Equal(Text(engine), Text(planned));
                    if (engine is not null)
                        Assert.Equal(Told(byEngine), Told(byPlan));
                    (shown, hidden) = engine is null ? (shown, hidden + 1) : (shown + 1, hidden);
                }
        }

        Assert.True(shown > 50 && hidden > 50, $"{shown} shown, {hidden} hidden: too one-sided to tell anything.");
    }

    private static Caller Of(string subject, string agency, Role role) => new(subject, new AgencyCode(agency), role, Purpose.Safeguarding);

    private static string Told(ShownRecords shown)
        => $"{string.Join(',', shown.Records.Select(record => record.ToString()).Order(StringComparer.Ordinal))} {string.Join(',', shown.Details)} {shown.Totals}";

    private static string? Text(ReadOnlyMemory<byte>? bytes) => bytes is { } given ? Encoding.UTF8.GetString(given.Span) : null;
}
