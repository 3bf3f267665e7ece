using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Incidents;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Incidents;

public abstract class RecordIncidentTests(DatabaseKind kind) : WriteTests(kind)
{
    [SkippableFact]
    public async Task A_shared_incident_is_written_with_all_that_belongs_to_it()
    {
        var input = A.Incident() with
        {
            Persons = [A.Child(A.NhsNumber()) with { Address = A.Address(isSafe: true) }, A.Adult(), A.Adult("INFORMANT") with { IsAnonymous = true }],
            Factors = ["3A", "16A"],
        };

        var outcome = (await Bench.RecordAsync(input)).Single();

        Assert.Equal(OutcomeKind.Recorded, outcome.Kind);
        var incident = await Bench.IncidentAsync(input.Reference);
        Assert.Equal(outcome.RecordId, incident.Id.Value);
        Assert.Equal((1, 1, WriteBench.Now, WriteBench.Now), (incident.Version, incident.Revision, incident.SharedAt, incident.ReceivedAt));
        Assert.Equal(["3A", "16A"], incident.Factors);
        var child = Assert.Single(incident.Children);
        Assert.Equal(("I hid upstairs.", true, "greater-manchester", "BUR"),
            (child.Voice, child.Record!.IsShared, child.Record.AgencyCode.Value, child.Record.CouncilCode.Value));
        Assert.Null(child.Record.UsualAddress);
        Assert.Equal("BL9 0SW", child.Record.SafeAddress!.Postcode);
        Assert.Equal(AdultRole.AllegedPerpetrator, Assert.Single(incident.Adults).Role);
        Assert.True(incident.Informant!.IsAnonymous);
        Assert.Equal(("BUR", WriteBench.Now), (Assert.Single(incident.Deliveries).ToCode.Value, incident.Deliveries.Single().SharedAt));
        Assert.Equal("greater-manchester", Assert.Single(await Bench.TiesAsync(RelationshipKind.OriginatingForce)).Holder);
        Assert.Equal("BUR", Assert.Single(await Bench.TiesAsync(RelationshipKind.HubArea)).Holder);
        var told = Assert.Single(await Bench.ToldAsync());
        Assert.Equal((UpdateKind.IncidentRecorded, "BUR", true, 1), (told.Kind, told.Council, told.IsShared, told.Version));
    }

    [SkippableFact]
    public async Task A_withheld_incident_tells_the_council_nothing()
    {
        var input = A.Incident() with { Sharing = A.Withheld() };

        _ = await Bench.RecordAsync(input);

        var incident = await Bench.IncidentAsync(input.Reference);
        Assert.Equal((Sharing.Withheld, null, new DateOnly(2026, 12, 4)), (incident.Sharing, incident.SharedAt, incident.ReviewOn));
        Assert.Empty(incident.Deliveries);
        Assert.False(incident.Children.Single().Record!.IsShared);
        Assert.Empty(await Bench.TiesAsync(RelationshipKind.HubArea));
        Assert.False(Assert.Single(await Bench.ToldAsync()).IsShared);
    }

    [SkippableFact]
    public async Task A_second_incident_of_a_child_begins_no_second_relationship()
    {
        var number = A.NhsNumber();

        _ = await Bench.RecordAsync(A.Incident() with { Persons = [A.Child(number)] });
        _ = await Bench.RecordAsync(A.Incident() with { Persons = [A.Child(number)] }, A.Incident() with { Persons = [A.Child(number)] });

        Assert.Equal(1, await Bench.CountAsync<Child>());
        Assert.Equal(3, await Bench.CountAsync<ChildRecord>());
        Assert.Equal(2, await Bench.CountAsync<Relationship>());
    }

    [SkippableFact]
    public async Task One_under_18_is_a_child_until_the_birthday_in_England()
    {
        // 23:30 UTC in summer is the next day in England.
        var input = A.Incident() with
        {
            OccurredAt = "2026-07-01T23:30:00Z",
            Persons = [A.Child() with { BornOn = "2008-07-03" }, A.Child() with { BornOn = "2008-07-02", Voice = null }],
        };

        _ = await Bench.RecordAsync(input);

        var incident = await Bench.IncidentAsync(input.Reference);
        Assert.Equal(0, Assert.Single(incident.Children).Ordinal);
        Assert.Equal(AdultRole.Present, Assert.Single(incident.Adults).Role);
    }

    [SkippableFact]
    public async Task A_parent_under_18_is_recorded_as_an_adult_of_the_incident()
    {
        var input = A.Incident() with { Persons = [A.Child(), A.Adult("PARENT") with { BornOn = "2009-11-01" }] };

        _ = await Bench.RecordAsync(input);

        Assert.Equal(AdultRole.Parent, Assert.Single((await Bench.IncidentAsync(input.Reference)).Adults).Role);
    }

    [SkippableFact]
    public async Task The_same_reference_again_is_refused_and_the_first_stands()
    {
        var first = A.Incident();
        _ = await Bench.RecordAsync(first);

        var outcome = (await Bench.RecordAsync(first with { IdempotencyKey = Guid.NewGuid(), RiskGrade = "STANDARD" })).Single();

        Assert.Equal(RefusalCode.AlreadyExists, outcome.Refusals.Single().Code);
        Assert.Equal(RiskGrade.High, (await Bench.IncidentAsync(first.Reference)).RiskGrade);
        Assert.Single(await Bench.ToldAsync());
    }

    [SkippableFact]
    public async Task A_wrong_item_leaves_its_neighbours_as_they_are()
    {
        IncidentInput[] batch = [.. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? A.Incident() : A.Incident() with { Council = "XXX" })];

        var outcomes = await Bench.RecordAsync(batch);

        Assert.All(outcomes, (outcome, i) => Assert.Equal(i % 2 == 0 ? OutcomeKind.Recorded : OutcomeKind.Refused, outcome.Kind));
        Assert.Equal(10, await Bench.CountAsync<Incident>());
        Assert.Equal(10, await Bench.CountAsync<Child>());
        Assert.Equal(10, (await Bench.ToldAsync()).Count);
    }

    [SkippableFact]
    public async Task A_revision_may_stand_before_its_original_in_a_batch()
    {
        var original = A.Incident();
        var correction = original with { IdempotencyKey = Guid.NewGuid(), Revision = 2, CorrectionReason = "Wrong grade.", RiskGrade = "MEDIUM" };

        var outcomes = await Bench.RecordAsync(correction, original);

        Assert.Equal([OutcomeKind.Corrected, OutcomeKind.Recorded], outcomes.Select(outcome => outcome.Kind));
        var incident = await Bench.IncidentAsync(original.Reference);
        Assert.Equal((2, 2, RiskGrade.Medium, "Wrong grade."), (incident.Version, incident.Revision, incident.RiskGrade, incident.CorrectionReason));
        Assert.Single(incident.Children);
        Assert.Equal(1, await Bench.CountAsync<ChildRecord>());
        Assert.Equal([UpdateKind.IncidentRecorded, UpdateKind.IncidentCorrected], (await Bench.ToldAsync()).Select(told => told.Kind));
    }

    [SkippableFact]
    public async Task A_revision_of_an_unknown_incident_is_refused_by_name()
    {
        var input = A.Incident() with { Revision = 2, CorrectionReason = "Wrong grade." };

        var refusal = (await Bench.RecordAsync(input)).Single().Refusals.Single();

        Assert.Equal(RefusalCode.NotFound, refusal.Code);
        Assert.Contains($"no incident {input.Reference} to correct", refusal.Message, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(2, RefusalCode.AlreadyExists)]
    [InlineData(1, RefusalCode.AlreadyExists)]
    [InlineData(4, RefusalCode.VersionConflict)]
    public async Task Only_the_next_revision_is_taken(int revision, RefusalCode code)
    {
        var original = A.Incident();
        _ = await Bench.RecordAsync(original, original with { IdempotencyKey = Guid.NewGuid(), Revision = 2, CorrectionReason = "First." });

        var reason = revision == 1 ? null : "Another.";
        var outcome = (await Bench.RecordAsync(original with { IdempotencyKey = Guid.NewGuid(), Revision = revision, CorrectionReason = reason })).Single();

        Assert.Equal(code, outcome.Refusals.Single().Code);
    }

    [SkippableFact]
    public async Task A_child_dropped_by_a_correction_is_forgotten_by_the_force_and_the_council()
    {
        var original = A.Incident() with { Persons = [A.Child(A.NhsNumber())] };
        _ = await Bench.RecordAsync(original);

        _ = await Bench.RecordAsync(original with
        {
            IdempotencyKey = Guid.NewGuid(),
            Revision = 2,
            CorrectionReason = "Wrong child.",
            Persons = [A.Child(A.NhsNumber())],
        });

        var record = Assert.Single((await Bench.IncidentAsync(original.Reference)).Children);
        Assert.All(await Bench.TiesAsync(RelationshipKind.HubArea), tie => Assert.Equal(tie.ChildId == record.ChildId, tie.To is null));
        Assert.All(await Bench.TiesAsync(RelationshipKind.OriginatingForce), tie => Assert.Equal(tie.ChildId == record.ChildId, tie.To is null));
        Assert.Equal(2, (await Bench.TiesAsync(RelationshipKind.HubArea)).Count);
    }

    [SkippableFact]
    public async Task A_change_of_council_moves_the_sharing()
    {
        var original = A.Incident() with { Persons = [A.Child(A.NhsNumber())] };
        _ = await Bench.RecordAsync(original);

        _ = await Bench.RecordAsync(original with { IdempotencyKey = Guid.NewGuid(), Revision = 2, CorrectionReason = "Moved.", Council = "BOL" });

        var incident = await Bench.IncidentAsync(original.Reference);
        Assert.Equal(["BOL", "BUR"], incident.Deliveries.Select(delivery => delivery.ToCode.Value).Order());
        Assert.Equal("BOL", incident.Children.Single().Record!.CouncilCode.Value);
        Assert.Equal("BOL", (await Bench.TiesAsync(RelationshipKind.HubArea)).Single(tie => tie.To is null).Holder);
        Assert.Equal(
            [(UpdateKind.IncidentRecorded, "BUR", true), (UpdateKind.IncidentCorrected, "BOL", true)],
            (await Bench.ToldAsync()).Take(2).Select(told => (told.Kind, told.Council!, told.IsShared)));
        Assert.Equal(
            [UpdateKind.RecordWithdrawn, UpdateKind.RecordWithdrawn, UpdateKind.RecordWithdrawn, UpdateKind.RecordVisible, UpdateKind.RecordVisible, UpdateKind.RecordVisible],
            (await Bench.ToldAsync()).Skip(2).Select(told => told.Kind));
    }

    [SkippableFact]
    public async Task The_other_force_may_use_the_same_number_under_its_own_prefix_only()
    {
        var outcome = (await Bench.RecordAsync(WriteBench.Force("merseyside"), A.Incident("GMP"), A.Incident("MER"))).ToList();

        Assert.Equal(["reference"], outcome[0].Refusals.Single().Path);
        Assert.Equal(OutcomeKind.Recorded, outcome[1].Kind);
    }

    public sealed class OnSqlite() : RecordIncidentTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : RecordIncidentTests(DatabaseKind.Postgres);
}
