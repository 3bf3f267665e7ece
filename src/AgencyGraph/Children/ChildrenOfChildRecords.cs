using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Children;

/// <summary>The children of agencies' records of them, and of the pointers to these.</summary>
internal sealed class ChildrenOfChildRecords : IChildrenOfRecords
{
    public IReadOnlyCollection<RecordKind> Kinds { get; } = [RecordKind.ChildRecord, RecordKind.Involvement];

    public async Task<IReadOnlyList<(Guid Record, ChildId Child)>> OfAsync(
        AgencyDb db, IReadOnlyCollection<Guid> records, CancellationToken cancellationToken)
    {
        var ids = records.Select(ChildRecordId.From).ToList();
        var found = await db.Set<ChildRecord>().AsNoTracking().Where(record => ids.Contains(record.Id))
            .Select(record => new { record.Id, record.ChildId }).ToListAsync(cancellationToken);
        return [.. found.Select(record => (record.Id.Value, record.ChildId))];
    }
}
