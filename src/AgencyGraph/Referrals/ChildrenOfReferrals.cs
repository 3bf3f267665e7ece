using AgencyGraph.Children;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Referrals;

/// <summary>The children whom referrals are about.</summary>
internal sealed class ChildrenOfReferrals : IChildrenOfRecords
{
    public IReadOnlyCollection<RecordKind> Kinds { get; } = [RecordKind.Referral];

    public async Task<IReadOnlyList<(Guid Record, ChildId Child)>> OfAsync(
        AgencyDb db, IReadOnlyCollection<Guid> records, CancellationToken cancellationToken)
    {
        var ids = records.Select(ReferralId.From).ToList();
        var found = await db.Set<ReferredChild>().AsNoTracking().Where(referred => ids.Contains(referred.ReferralId))
            .Select(referred => new { referred.ReferralId, referred.ChildId }).ToListAsync(cancellationToken);
        return [.. found.Select(referred => (referred.ReferralId.Value, referred.ChildId))];
    }
}
