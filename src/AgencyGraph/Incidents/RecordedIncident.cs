using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Incidents;

/// <summary>A force knows of a child who is in one of its own incidents, shared or not.</summary>
internal sealed class RecordedIncident : IReasonForTie
{
    public RelationshipKind Kind => RelationshipKind.OriginatingForce;

    public async Task<IReadOnlyCollection<ChildId>> AmongAsync(
        AgencyDb db, AgencyCode agency, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
        => await db.Set<ChildInvolvement>()
            .Where(involvement => children.Contains(involvement.ChildId) && involvement.Incident!.ForceCode == agency)
            .Select(involvement => involvement.ChildId).Distinct().ToListAsync(cancellationToken);
}
