using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Incidents;
using AgencyGraph.Referrals;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Writes;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Referrals;

public abstract class ReferralTests(DatabaseKind kind) : WriteTests(kind)
{
    [SkippableFact]
    public async Task A_forces_referral_reaches_the_council_and_tells_its_hub()
    {
        var (incident, child) = await IncidentAsync();

        var outcome = await MakeAsync(Referral() with { To = "BOL" }, child, incident);

        Assert.Equal(OutcomeKind.Recorded, outcome.Kind);
        var referral = await ReferralAsync(outcome);
        Assert.Equal((ReferralSource.Police, ReferralStage.Contact, "BOL", WriteBench.Now), (referral.Source, referral.Stage, referral.ToCode.Value, referral.ReceivedAt));
        Assert.Equal(child, referral.Children.Single().ChildId);
        Assert.Contains(await Bench.TiesAsync(RelationshipKind.HubArea), tie => tie.Holder == "BOL" && tie.ChildId == child);
        Assert.Equal((UpdateKind.ReferralMade, "BOL"), (await Bench.ToldAsync()).Select(told => (told.Kind, told.Council!)).Last());
    }

    [SkippableFact]
    public async Task A_council_takes_the_steps_in_their_order()
    {
        var id = await MadeAsync();

        Assert.Equal(RefusalCode.WrongStage, (await RateAsync(id, 1)).Refusals.Single().Code);
        Assert.Equal(RefusalCode.WrongStage, (await DecideAsync(id, 1)).Refusals.Single().Code);
        Assert.Equal((RefusalCode.VersionConflict, 1), (await AcknowledgeAsync(id, version: 7)).Refusals.Select(refusal => (refusal.Code, refusal.CurrentVersion!.Value)).Single());
        Assert.Equal(OutcomeKind.Changed, (await AcknowledgeAsync(id)).Kind);
        Assert.Equal(RefusalCode.WrongStage, (await AcknowledgeAsync(id, version: 2)).Refusals.Single().Code);
        Assert.Equal(RefusalCode.WrongStage, (await DecideAsync(id, 2)).Refusals.Single().Code);
        Assert.Equal((RefusalCode.VersionConflict, 2), (await RateAsync(id, 1)).Refusals.Select(refusal => (refusal.Code, refusal.CurrentVersion!.Value)).Single());
        Assert.Equal(OutcomeKind.Changed, (await RateAsync(id, 2)).Kind);
        Assert.Equal(OutcomeKind.Changed, (await DecideAsync(id, 3)).Kind);
        Assert.Equal(RefusalCode.WrongStage, (await DecideAsync(id, 4)).Refusals.Single().Code);
        Assert.Equal(RefusalCode.WrongStage, (await RateAsync(id, 4)).Refusals.Single().Code);

        await using var db = Bench.Db();
        var referral = await db.Set<Referral>().SingleAsync(referral => referral.Id == id);
        Assert.Equal((4, ReferralStage.Decided, RiskRating.Amber, ReferralOutcome.Assessment),
            (referral.Version, referral.Stage, referral.Rating, referral.Outcome));
        Assert.Equal((WriteBench.Now, WriteBench.Now, WriteBench.Now), (referral.AcknowledgedAt, referral.RatedAt, referral.DecidedAt));
        Assert.Equal(
            [UpdateKind.ReferralMade, UpdateKind.ReferralAcknowledged, UpdateKind.ReferralRated, UpdateKind.ReferralDecided],
            (await Bench.ToldAsync()).Where(told => told.RecordId == id.Value).Select(told => told.Kind));
    }

    [SkippableFact]
    public async Task Another_councils_referral_answers_as_one_that_is_not_there()
    {
        var id = await MadeAsync();

        var hidden = await AcknowledgeAsync(id, "BOL");
        var absent = await AcknowledgeAsync(ReferralId.New(), "BOL");

        Assert.Equal(RefusalCode.NotFound, absent.Refusals.Single().Code);
        Assert.Equivalent(absent, hidden, strict: true);
    }

    [SkippableFact]
    public async Task A_child_or_incident_that_the_caller_may_not_see_is_not_found()
    {
        var (_, child) = await IncidentAsync();

        var outcome = await Bench.RunAsync(WriteBench.Force("merseyside"), new ReferralToMake(Referral(), [child, ChildId.New()], [IncidentId.New()]));

        Assert.Equal(["children.0", "children.1", "incidents.0"], outcome.Refusals.Select(refusal => string.Join('.', refusal.Path)));
        Assert.All(outcome.Refusals, refusal => Assert.Equal(RefusalCode.NotFound, refusal.Code));
    }

    [SkippableFact]
    public async Task A_withheld_incident_is_no_ground()
    {
        var (incident, child) = await IncidentAsync(A.Incident() with { Sharing = A.Withheld() });

        Assert.Equal(["incidents", "0"], (await MakeAsync(Referral(), child, incident)).Refusals.Single().Path);
    }

    [SkippableFact]
    public async Task A_reference_is_used_once_for_each_council()
    {
        var (incident, child) = await IncidentAsync();
        _ = await MakeAsync(Referral() with { Reference = "R/1" }, child, incident);

        Assert.Equal(RefusalCode.AlreadyExists, (await MakeAsync(Referral() with { Reference = "R/1" }, child, incident)).Refusals.Single().Code);
        Assert.Equal(OutcomeKind.Recorded, (await MakeAsync(Referral() with { Reference = "R/1", To = "BOL" }, child, incident)).Kind);
    }

    [SkippableFact]
    public async Task A_reference_is_one_however_it_was_typed_and_what_is_wrong_of_it_is_refused()
    {
        var (incident, child) = await IncidentAsync();
        _ = await MakeAsync(Referral() with { Reference = "Si\u00e2n/1" }, child, incident);

        Assert.Equal(RefusalCode.AlreadyExists, (await MakeAsync(Referral() with { Reference = " Sia\u0302n/1" }, child, incident)).Refusals.Single().Code);
        var refusal = (await MakeAsync(Referral() with { Reference = "R\u0000" }, child, incident)).Refusals.Single();
        Assert.Equal((RefusalCode.InvalidInput, "reference"), (refusal.Code, refusal.Path.Single()));
    }

    [SkippableFact]
    public async Task An_update_tells_when_what_it_is_about_happened()
    {
        var (incident, child) = await IncidentAsync();
        var made = await MakeAsync(Referral() with { RecordedAt = "2026-11-21T08:00:00Z" }, child, incident);
        _ = await AcknowledgeAsync(new ReferralId(made.RecordId!.Value));
        _ = await Bench.RunAsync(WriteBench.Council(), new RecordChildInput
        {
            IdempotencyKey = Guid.NewGuid(),
            LocalReference = "C/1",
            GivenName = "Ada",
            Surname = "Test",
        });

        await using var db = Bench.Db();
        Assert.Equal(
            [new(2026, 11, 20, 22, 10, 0, DateTimeKind.Utc), new(2026, 11, 21, 8, 0, 0, DateTimeKind.Utc), WriteBench.Now, WriteBench.Now],
            await db.Set<FeedEntry>().OrderBy(entry => entry.Position).Select(entry => entry.OccurredAt).ToListAsync());
    }

    [SkippableTheory]
    [InlineData("to", "police force")]
    [InlineData("source", "POLICE")]
    [InlineData("primaryNeed", "ABUSE_OR_NEGLECT")]
    [InlineData("recordedAt", "future")]
    [InlineData("reason", "at most 4000")]
    public async Task What_is_wrong_is_refused_by_its_place(string path, string words)
    {
        var (incident, child) = await IncidentAsync();
        var input = path switch
        {
            "to" => Referral() with { To = "merseyside" },
            "source" => Referral() with { Source = "HEALTH" },
            "primaryNeed" => Referral() with { PrimaryNeed = "N1" },
            "recordedAt" => Referral() with { RecordedAt = "2026-12-01T00:00:00Z" },
            _ => Referral() with { Reason = new string('x', 4_001) },
        };

        var refusal = (await MakeAsync(input, child, incident)).Refusals.Single();

        Assert.Equal([path], refusal.Path);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_referral_names_each_child_once_and_one_at_least()
    {
        var (_, child) = await IncidentAsync();

        Assert.Equal(["children"], (await Bench.RunAsync(WriteBench.Force(), new ReferralToMake(Referral(), [], []))).Refusals.Single().Path);
        Assert.Equal(["children"], (await Bench.RunAsync(WriteBench.Force(), new ReferralToMake(Referral(), [child, child], []))).Refusals.Single().Path);
    }

    private static MakeReferralInput Referral() => new() { IdempotencyKey = Guid.NewGuid(), To = "BUR", PrimaryNeed = "ABUSE_OR_NEGLECT", Children = [] };

    private async Task<(IncidentId Incident, ChildId Child)> IncidentAsync(IncidentInput? input = null)
    {
        input ??= A.Incident();
        _ = await Bench.RecordAsync(input);
        var incident = await Bench.IncidentAsync(input.Reference);
        return (incident.Id, incident.Children.Single().ChildId);
    }

    private Task<Outcome> MakeAsync(MakeReferralInput input, ChildId child, IncidentId incident)
        => Bench.RunAsync(WriteBench.Force(), new ReferralToMake(input, [child], [incident]));

    private async Task<ReferralId> MadeAsync()
    {
        var (incident, child) = await IncidentAsync();
        return new ReferralId((await MakeAsync(Referral(), child, incident)).RecordId!.Value);
    }

    private async Task<Referral> ReferralAsync(Outcome outcome)
    {
        await using var db = Bench.Db();
        var id = new ReferralId(outcome.RecordId!.Value);
        return await db.Set<Referral>().Include(referral => referral.Children).SingleAsync(referral => referral.Id == id);
    }

    private Task<Outcome> AcknowledgeAsync(ReferralId id, string council = "BUR", int version = 1) => Bench.RunAsync(
        WriteBench.Council(council),
        new Located<AcknowledgeReferralInput, ReferralId>(new AcknowledgeReferralInput { IdempotencyKey = Guid.NewGuid(), Referral = "", ExpectedVersion = version }, id));

    private Task<Outcome> RateAsync(ReferralId id, int version) => Bench.RunAsync(
        WriteBench.Council(),
        new Located<RateReferralInput, ReferralId>(
            new RateReferralInput { IdempotencyKey = Guid.NewGuid(), Referral = "", ExpectedVersion = version, Rating = "AMBER", Rationale = "Third call." }, id));

    private Task<Outcome> DecideAsync(ReferralId id, int version) => Bench.RunAsync(
        WriteBench.Council(),
        new Located<DecideReferralInput, ReferralId>(
            new DecideReferralInput { IdempotencyKey = Guid.NewGuid(), Referral = "", ExpectedVersion = version, Outcome = "ASSESSMENT", Rationale = "s.17." }, id));

    public sealed class OnSqlite() : ReferralTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ReferralTests(DatabaseKind.Postgres);
}
