using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Incidents;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Writes;

namespace AgencyGraph.Tests.Incidents;

public abstract class CorrectIncidentTests(DatabaseKind kind) : WriteTests(kind)
{
    [SkippableFact]
    public async Task A_correction_replaces_the_incident_whole()
    {
        var input = A.Incident();
        _ = await Bench.RecordAsync(input);

        var outcome = await CorrectAsync(CorrectionOf(input) with { Kind = "NEGLECT", Persons = [A.Child(), A.Child()], Narrative = null, Location = null });

        Assert.Equal(OutcomeKind.Corrected, outcome.Kind);
        var incident = await Bench.IncidentAsync(input.Reference);
        Assert.Equal((2, 2, IncidentKind.Neglect, "Wrong kind.", WriteBench.Now),
            (incident.Version, incident.Revision, incident.IncidentKind, incident.CorrectionReason, incident.ReceivedAt));
        Assert.Null(incident.Narrative);
        Assert.Null(incident.Location);
        Assert.Empty(incident.Adults);
        Assert.Equal(2, incident.Children.Count);
        Assert.Equal(2, await Bench.CountAsync<ChildRecord>());
        Assert.Single(incident.Deliveries);
        Assert.Equal((UpdateKind.IncidentCorrected, 2), (await Bench.ToldAsync()).Select(told => (told.Kind, told.Version)).Last());
    }

    [SkippableFact]
    public async Task A_correction_of_an_old_version_is_refused()
    {
        var input = A.Incident();
        _ = await Bench.RecordAsync(input);
        _ = await CorrectAsync(CorrectionOf(input));

        var refusal = (await CorrectAsync(CorrectionOf(input) with { Kind = "NEGLECT" })).Refusals.Single();

        Assert.Equal((RefusalCode.VersionConflict, 2), (refusal.Code, refusal.CurrentVersion));
    }

    [SkippableFact]
    public async Task A_wrong_correction_changes_nothing()
    {
        var input = A.Incident();
        _ = await Bench.RecordAsync(input);

        var outcome = await CorrectAsync(CorrectionOf(input) with { Reason = " ", Persons = [A.Adult()] });

        Assert.Equal(["reason", "persons"], outcome.Refusals.Select(refusal => refusal.Path.Single()));
        Assert.Equal(1, (await Bench.IncidentAsync(input.Reference)).Version);
    }

    [SkippableFact]
    public async Task An_unknown_incident_is_not_found()
        => Assert.Equal(RefusalCode.NotFound, (await CorrectAsync(CorrectionOf(A.Incident()))).Refusals.Single().Code);

    [SkippableFact]
    public async Task An_incident_is_named_by_one_thing()
        => Assert.Equal(["by"], (await CorrectAsync(CorrectionOf(A.Incident()) with { By = new IncidentBy() })).Refusals.Single().Path);

    private Task<Outcome> CorrectAsync(CorrectIncidentInput input)
        => Bench.RunAsync(WriteBench.Force(), new Located<CorrectIncidentInput, IncidentId>(input, null));

    private static CorrectIncidentInput CorrectionOf(IncidentInput input) => new()
    {
        IdempotencyKey = Guid.NewGuid(),
        By = new IncidentBy { Reference = input.Reference },
        ExpectedVersion = 1,
        Reason = "Wrong kind.",
        Kind = input.Kind,
        Council = input.Council,
        OccurredAt = input.OccurredAt,
        ReportedAt = input.ReportedAt,
        RecordedAt = input.RecordedAt,
        RiskGrade = input.RiskGrade,
        Sharing = input.Sharing,
        Persons = input.Persons,
        Location = input.Location,
        Narrative = input.Narrative,
    };

    public sealed class OnSqlite() : CorrectIncidentTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : CorrectIncidentTests(DatabaseKind.Postgres);
}
