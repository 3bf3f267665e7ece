using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Incidents;
using AgencyGraph.Referrals;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Incidents;

public abstract class SharingTests(DatabaseKind kind) : WriteTests(kind)
{
    [SkippableFact]
    public async Task Sharing_later_does_what_sharing_at_once_does()
    {
        var input = A.Incident() with { Sharing = A.Withheld() };
        var id = await RecordAsync(input);

        var outcome = await ShareAsync(id, 1);

        Assert.Equal((OutcomeKind.Changed, id.Value), (outcome.Kind, outcome.RecordId));
        var incident = await Bench.IncidentAsync(input.Reference);
        Assert.Equal((2, 1, Sharing.Shared, null, null, WriteBench.Now),
            (incident.Version, incident.Revision, incident.Sharing, incident.WithholdReason, incident.ReviewOn, incident.SharedAt));
        Assert.True(incident.Children.Single().Record!.IsShared);
        Assert.Equal("BUR", Assert.Single(incident.Deliveries).ToCode.Value);
        Assert.Equal("BUR", Assert.Single(await Bench.TiesAsync(RelationshipKind.HubArea)).Holder);
        Assert.Equal((UpdateKind.IncidentShared, 2, true), (await Bench.ToldAsync()).Select(told => (told.Kind, told.Version, told.IsShared)).Last());
    }

    [SkippableFact]
    public async Task What_is_withheld_after_sharing_is_hidden_and_its_delivery_stays_on_record()
    {
        var input = A.Incident();
        var id = await RecordAsync(input);

        var outcome = await WithholdAsync(id, 1);

        Assert.Equal(OutcomeKind.Changed, outcome.Kind);
        var incident = await Bench.IncidentAsync(input.Reference);
        Assert.Equal((2, Sharing.Withheld, "Harm.", null), (incident.Version, incident.Sharing, incident.WithholdReason, incident.SharedAt));
        Assert.False(incident.Children.Single().Record!.IsShared);
        Assert.Single(incident.Deliveries);
        Assert.Equal(WriteBench.Now, Assert.Single(await Bench.TiesAsync(RelationshipKind.HubArea)).To);
        Assert.Null(Assert.Single(await Bench.TiesAsync(RelationshipKind.OriginatingForce)).To);
        Assert.Equal((UpdateKind.IncidentWithheld, "BUR", false), (await Bench.ToldAsync()).Select(told => (told.Kind, told.Council!, told.IsShared)).ElementAt(1));
        Assert.Equal(3, (await Bench.ToldAsync()).Skip(2).Count(told => told is { Kind: UpdateKind.RecordWithdrawn, Council: null, IsShared: false }));
    }

    [SkippableFact]
    public async Task A_hub_goes_on_knowing_of_a_child_in_another_shared_incident()
    {
        var number = A.NhsNumber();
        var id = await RecordAsync(A.Incident() with { Persons = [A.Child(number)] });
        _ = await Bench.RecordAsync(WriteBench.Force("merseyside"), A.Incident("MER") with { Persons = [A.Child(number)] });

        _ = await WithholdAsync(id, 1);

        Assert.Null(Assert.Single(await Bench.TiesAsync(RelationshipKind.HubArea)).To);
    }

    [SkippableFact]
    public async Task A_hub_goes_on_knowing_of_a_child_who_was_referred_to_it()
    {
        var input = A.Incident();
        var id = await RecordAsync(input);
        var child = (await Bench.IncidentAsync(input.Reference)).Children.Single().ChildId;
        var referral = new MakeReferralInput { IdempotencyKey = Guid.NewGuid(), To = "BUR", PrimaryNeed = "ABUSE_OR_NEGLECT", Children = [] };
        Assert.False((await Bench.RunAsync(WriteBench.Force(), new ReferralToMake(referral, [child], []))).IsRefused);

        _ = await WithholdAsync(id, 1);

        Assert.Null(Assert.Single(await Bench.TiesAsync(RelationshipKind.HubArea)).To);
    }

    [SkippableFact]
    public async Task Two_incidents_withheld_in_one_batch_leave_the_hub_no_reason()
    {
        var number = A.NhsNumber();
        IncidentInput[] inputs = [A.Incident() with { Persons = [A.Child(number)] }, A.Incident() with { Persons = [A.Child(number)] }];
        _ = await Bench.RecordAsync(inputs);

        var outcomes = await Bench.RecordAsync([.. inputs.Select(input => input with
        {
            IdempotencyKey = Guid.NewGuid(), Revision = 2, CorrectionReason = "Harm.", Sharing = A.Withheld(),
        })]);

        Assert.All(outcomes, outcome => Assert.Equal(OutcomeKind.Corrected, outcome.Kind));
        Assert.Equal(WriteBench.Now, Assert.Single(await Bench.TiesAsync(RelationshipKind.HubArea)).To);
    }

    [SkippableFact]
    public async Task An_incident_shared_again_is_delivered_again()
    {
        var input = A.Incident();
        var id = await RecordAsync(input);
        _ = await WithholdAsync(id, 1);

        Assert.Equal(OutcomeKind.Changed, (await ShareAsync(id, 2)).Kind);

        Assert.Equal(2, (await Bench.IncidentAsync(input.Reference)).Deliveries.Count);
        Assert.Equal(2, (await Bench.TiesAsync(RelationshipKind.HubArea)).Count);
        Assert.Single(await Bench.TiesAsync(RelationshipKind.HubArea), tie => tie.To is null);
    }

    [SkippableFact]
    public async Task A_decision_on_an_old_version_is_refused_with_the_version_now()
    {
        var id = await RecordAsync(A.Incident());

        var refusal = (await WithholdAsync(id, 2)).Refusals.Single();

        Assert.Equal((RefusalCode.VersionConflict, 1), (refusal.Code, refusal.CurrentVersion));
    }

    [SkippableFact]
    public async Task What_is_shared_is_not_shared_again()
        => Assert.Equal(RefusalCode.WrongStage, (await ShareAsync(await RecordAsync(A.Incident()), 1)).Refusals.Single().Code);

    [SkippableFact]
    public async Task A_withholding_needs_a_reason_and_a_review_to_come()
    {
        var id = await RecordAsync(A.Incident());
        var input = new WithholdIncidentInput { IdempotencyKey = Guid.NewGuid(), By = new IncidentBy(), ExpectedVersion = 1, Reason = "", ReviewOn = "2026-11-22" };

        var outcome = await Bench.RunAsync(WriteBench.Force(), new Located<WithholdIncidentInput, IncidentId>(input, id));

        Assert.Equal(["reason", "reviewOn"], outcome.Refusals.Select(refusal => refusal.Path.Single()));
    }

    [SkippableFact]
    public async Task Another_forces_incident_answers_as_one_that_is_not_there()
    {
        var input = A.Incident();
        var id = await RecordAsync(input);
        var merseyside = WriteBench.Force("merseyside");

        var hidden = await ShareAsync(id, 1, merseyside);
        var absent = await ShareAsync(IncidentId.New(), 1, merseyside);
        var byReference = await Bench.RunAsync(merseyside, new Located<ShareIncidentInput, IncidentId>(new ShareIncidentInput
        {
            IdempotencyKey = Guid.NewGuid(),
            By = new IncidentBy { Reference = input.Reference },
            ExpectedVersion = 1,
        }, null));

        Assert.Equal(RefusalCode.NotFound, absent.Refusals.Single().Code);
        Assert.Equivalent(absent, hidden, strict: true);
        Assert.Equivalent(absent, byReference, strict: true);
    }

    private async Task<IncidentId> RecordAsync(IncidentInput input) => new((await Bench.RecordAsync(input)).Single().RecordId!.Value);

    private Task<Outcome> ShareAsync(IncidentId id, int version, Caller? caller = null) => Bench.RunAsync(
        caller ?? WriteBench.Force(),
        new Located<ShareIncidentInput, IncidentId>(new ShareIncidentInput { IdempotencyKey = Guid.NewGuid(), By = new IncidentBy(), ExpectedVersion = version }, id));

    private Task<Outcome> WithholdAsync(IncidentId id, int version) => Bench.RunAsync(
        WriteBench.Force(),
        new Located<WithholdIncidentInput, IncidentId>(
            new WithholdIncidentInput { IdempotencyKey = Guid.NewGuid(), By = new IncidentBy(), ExpectedVersion = version, Reason = "Harm." }, id));

    public sealed class OnSqlite() : SharingTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : SharingTests(DatabaseKind.Postgres);
}
