using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Incidents;

/// <summary>A council's hub knows of a child who is in an incident shared with it, by whichever force.</summary>
internal sealed class SharedIncident : IReasonForTie
{
    public RelationshipKind Kind => RelationshipKind.HubArea;

    public async Task<IReadOnlyCollection<ChildId>> AmongAsync(
        AgencyDb db, AgencyCode agency, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
        => await db.Set<ChildInvolvement>()
            .Where(involvement => children.Contains(involvement.ChildId)
                && involvement.Incident!.CouncilCode == agency && involvement.Incident.Sharing == Sharing.Shared)
            .Select(involvement => involvement.ChildId).Distinct().ToListAsync(cancellationToken);
}
