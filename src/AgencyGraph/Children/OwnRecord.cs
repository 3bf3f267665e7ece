using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Children;

/// <summary>A council knows of a child of whom it holds a record of its own.</summary>
internal sealed class OwnRecord : IReasonForTie
{
    public RelationshipKind Kind => RelationshipKind.HubArea;

    public async Task<IReadOnlyCollection<ChildId>> AmongAsync(
        AgencyDb db, AgencyCode agency, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
        => await db.Set<ChildRecord>()
            .Where(record => record.AgencyCode == agency && children.Contains(record.ChildId))
            .Select(record => record.ChildId).Distinct().ToListAsync(cancellationToken);

    public Task<IReadOnlyCollection<ChildId>> ToldByOthersAmongAsync(
        AgencyDb db, AgencyCode agency, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyCollection<ChildId>>([]);
}
