using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Referrals;

/// <summary>A council's hub knows of a child who was referred to it.</summary>
internal sealed class ReceivedReferral : IReasonForTie
{
    public RelationshipKind Kind => RelationshipKind.HubArea;

    public async Task<IReadOnlyCollection<ChildId>> AmongAsync(
        AgencyDb db, AgencyCode agency, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
        => await Received(db, agency, children).Select(referred => referred.ChildId).Distinct().ToListAsync(cancellationToken);

    public async Task<IReadOnlyCollection<ChildId>> ToldByOthersAmongAsync(
        AgencyDb db, AgencyCode agency, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
        => await Received(db, agency, children).Where(referred => referred.Referral!.FromCode != agency)
            .Select(referred => referred.ChildId).Distinct().ToListAsync(cancellationToken);

    private static IQueryable<ReferredChild> Received(AgencyDb db, AgencyCode agency, IReadOnlyCollection<ChildId> children)
        => db.Set<ReferredChild>().Where(referred => children.Contains(referred.ChildId) && referred.Referral!.ToCode == agency);
}
