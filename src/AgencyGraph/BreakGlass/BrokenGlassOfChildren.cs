using AgencyGraph.Children;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.BreakGlass;

/// <summary>What is kept of children who were opened in an emergency: hidden with the child where that is restricted afterwards.</summary>
internal sealed class BrokenGlassOfChildren : IRecordsOfChildren
{
    public async Task<IReadOnlyList<RecordOfChildren>> AboutAsync(
        AgencyDb db, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
    {
        var glasses = await db.Set<BrokenGlass>().AsNoTracking().Where(glass => children.Contains(glass.ChildId)).ToListAsync(cancellationToken);
        return [.. glasses.Select(glass => new RecordOfChildren(RecordKind.BreakGlass, glass.Id.Value, glass.Version, Announcement.FactsOf(glass)))];
    }
}
