using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Children;

/// <summary>Children, and what agencies recorded of them.</summary>
internal sealed class ChildrenThemselves : IRecordsOfChildren
{
    private static readonly AgencyCode NoOne = new("");

    public async Task<IReadOnlyList<RecordOfChildren>> AboutAsync(
        AgencyDb db, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
    {
        var themselves = await db.Set<Child>().AsNoTracking().Where(child => children.Contains(child.Id))
            .Select(child => new { child.Id, child.ResponsibleCouncilCode }).ToListAsync(cancellationToken);
        var records = await db.Set<ChildRecord>().AsNoTracking().Where(record => children.Contains(record.ChildId))
            .Select(record => new
            {
                record.Id,
                record.Version,
                record.AgencyCode,
                record.CouncilCode,
                record.IsShared,
                record.ChildId,
                record.RestrictionId,
                record.NeedsConsent,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. themselves.Select(child => new RecordOfChildren(
                RecordKind.Child, child.Id.Value, 1, new RecordFacts(NoOne, child.ResponsibleCouncilCode, true, [child.Id]))),
            .. records.Select(record => new RecordOfChildren(
                RecordKind.ChildRecord, record.Id.Value, record.Version,
                new RecordFacts(record.AgencyCode, record.CouncilCode, record.IsShared, [record.ChildId])
                { Restriction = record.RestrictionId, NeedsConsent = record.NeedsConsent })),
        ];
    }
}
