using AgencyGraph.Agencies;
using AgencyGraph.Incidents;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Support;

namespace AgencyGraph.Tests.Storage;

public sealed class RowProbeTests
{
    private static readonly RowProbe<Incident> ByReference = new(nameof(Incident.ForceCode), nameof(Incident.Reference));

    [SkippableTheory, EveryDatabase]
    public async Task A_row_is_found_by_all_its_values_and_within_the_transaction_that_adds_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (incident, other) = (Samples.Incident("GMP/2026/1"), Samples.Incident("GMP/2026/2"));
        await using var db = database.Open();
        await using var transaction = await database.Engine.BeginWriteAsync(db, CancellationToken.None);
        Assert.False(await FindsAsync(incident.ForceCode, incident.Reference));

        db.NewRows.Add(incident);
        await database.Engine.InsertAsync(db, CancellationToken.None);

        Assert.True(await FindsAsync(incident.ForceCode, incident.Reference));
        Assert.False(await FindsAsync(incident.ForceCode, other.Reference));
        Assert.False(await FindsAsync(new AgencyCode("merseyside"), incident.Reference));

        ValueTask<bool> FindsAsync(AgencyCode force, ForceReference reference)
            => ByReference.FindsAsync(database.Engine, db, CancellationToken.None, force, reference);
    }
}
