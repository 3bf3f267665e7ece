using AgencyGraph.Children;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.BreakGlass;

/// <summary>The children who were opened in an emergency, or were to be.</summary>
internal sealed class ChildrenOfBrokenGlass : IChildrenOfRecords
{
    public IReadOnlyCollection<RecordKind> Kinds { get; } = [RecordKind.BreakGlass];

    public async Task<IReadOnlyList<(Guid Record, ChildId Child)>> OfAsync(
        AgencyDb db, IReadOnlyCollection<Guid> records, CancellationToken cancellationToken)
    {
        var ids = records.Select(BrokenGlassId.From).ToList();
        var found = await db.Set<BrokenGlass>().AsNoTracking().Where(glass => ids.Contains(glass.Id))
            .Select(glass => new { glass.Id, glass.ChildId }).ToListAsync(cancellationToken);
        return [.. found.Where(glass => glass.ChildId != default).Select(glass => (glass.Id.Value, glass.ChildId))];
    }
}
