using AgencyGraph.Children;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Referrals;

/// <summary>Referrals, by the children in them.</summary>
internal sealed class ReferralsOfChildren : IRecordsOfChildren
{
    public async Task<IReadOnlyList<RecordOfChildren>> AboutAsync(
        AgencyDb db, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
    {
        var referrals = await db.Set<Referral>().AsNoTracking()
            .Where(referral => referral.Children.Any(referred => children.Contains(referred.ChildId)))
            .Select(referral => new
            {
                referral.Id,
                referral.Version,
                referral.FromCode,
                referral.ToCode,
                Children = referral.Children.Select(referred => referred.ChildId).ToList(),
            })
            .ToListAsync(cancellationToken);
        return [.. referrals.Select(referral => new RecordOfChildren(
            RecordKind.Referral, referral.Id.Value, referral.Version,
            new RecordFacts(referral.FromCode, referral.ToCode, true, referral.Children)))];
    }
}
