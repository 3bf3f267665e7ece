using AgencyGraph.Children;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Incidents;

/// <summary>The children in incidents.</summary>
internal sealed class ChildrenOfIncidents : IChildrenOfRecords
{
    public IReadOnlyCollection<RecordKind> Kinds { get; } = [RecordKind.Incident];

    public async Task<IReadOnlyList<(Guid Record, ChildId Child)>> OfAsync(
        AgencyDb db, IReadOnlyCollection<Guid> records, CancellationToken cancellationToken)
    {
        var ids = records.Select(IncidentId.From).ToList();
        var found = await db.Set<ChildInvolvement>().AsNoTracking().Where(involvement => ids.Contains(involvement.IncidentId))
            .Select(involvement => new { involvement.IncidentId, involvement.ChildId }).ToListAsync(cancellationToken);
        return [.. found.Select(involvement => (involvement.IncidentId.Value, involvement.ChildId))];
    }
}
