using AgencyGraph.Storage;
using AgencyGraph.Timeliness;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Children;

/// <summary>The children whom deadlines are about. Here, and not beside them: their room does not know children.</summary>
internal sealed class ChildrenOfDeadlines : IChildrenOfRecords
{
    public IReadOnlyCollection<RecordKind> Kinds { get; } = [RecordKind.Deadline];

    public async Task<IReadOnlyList<(Guid Record, ChildId Child)>> OfAsync(
        AgencyDb db, IReadOnlyCollection<Guid> records, CancellationToken cancellationToken)
    {
        var ids = records.Select(DeadlineId.From).ToList();
        var found = await db.Set<DeadlineChild>().AsNoTracking().Where(child => ids.Contains(child.DeadlineId)).ToListAsync(cancellationToken);
        return [.. found.Select(child => (child.DeadlineId.Value, child.ChildId))];
    }
}
