using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Referrals;
using AgencyGraph.Restrictions;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Retention;

/// <summary>What is left of a record besides its own rows: what was decided about it, and what requests about it are remembered by.</summary>
internal static class Traces
{
    private static readonly byte[] NoBody = new byte[IdempotencyRecord.BodyHashLength];

    /// <summary>Who may have written on the record or its children; before they are gone.</summary>
    public static async Task<IReadOnlyList<AgencyCode>> AgenciesAsync(AgencyDb db, KeptRecord record, CancellationToken cancellationToken)
    {
        var (children, referral) = (record.Children, new ReferralId(record.Id));
        var holders = await db.Set<Relationship>().Where(tie => children.Contains(tie.ChildId)).Select(tie => tie.Holder).Distinct().ToListAsync(cancellationToken);
        var referrers = await db.Set<Referral>().Where(one => one.Id == referral).Select(one => one.FromCode).ToListAsync(cancellationToken);
        return [.. holders.Select(holder => new AgencyCode(holder.Split('/')[0])).Concat(referrers).Append(record.Controller).Distinct()];
    }

    /// <param name="gone">The values of the ids of all that is no more.</param>
    /// <param name="agencies">Who may have written on it.</param>
    /// <param name="review">The review in which it was decided, which stays.</param>
    public static async Task RemoveAsync(
        AgencyDb db, IReadOnlyList<Guid> gone, IReadOnlyList<AgencyCode> agencies, RetentionReviewId review, CancellationToken cancellationToken)
    {
        _ = await db.Set<Restriction>().Where(name => gone.Contains(name.RecordId)).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<RestrictionDecision>().Where(decision => gone.Contains(decision.RecordId)).ExecuteDeleteAsync(cancellationToken);
        await RemoveHoldsAsync(db, gone, cancellationToken);
        await RemoveReviewsAsync(db, gone, review, cancellationToken);
        await UnsayAsync(db, gone, agencies, cancellationToken);
    }

    /// <summary>A council's requests name the child: where its own last record of the child is gone, so is what they said, whoever else knows the child.</summary>
    public static async Task UnsayOfChildrenAsync(AgencyDb db, KeptRecord record, CancellationToken cancellationToken)
    {
        var (council, children) = (record.Controller, record.Children);
        var known = record.Kind != RecordKind.ChildRecord ? children : await db.Set<ChildRecord>()
            .Where(other => other.AgencyCode == council && children.Contains(other.ChildId)).Select(other => other.ChildId).ToListAsync(cancellationToken);
        await UnsayAsync(db, [.. children.Except(known).Select(child => child.Value)], [council], cancellationToken);
    }

    /// <summary>Requests are not forgotten, or they could be sent again and would make anew what was erased; but nobody can tell any more what they said.</summary>
    private static async Task UnsayAsync(AgencyDb db, IReadOnlyList<Guid> gone, IReadOnlyList<AgencyCode> agencies, CancellationToken cancellationToken)
    {
        if (gone.Count == 0)
            return;
        _ = await db.Set<IdempotencyRecord>().Where(request => agencies.Contains(request.AgencyCode) && gone.Contains(request.RecordId))
            .ExecuteUpdateAsync(set => set.SetProperty(request => request.BodyHash, NoBody), cancellationToken);
    }

    /// <summary>Those that were lifted: under one that stands nothing is erased.</summary>
    private static async Task RemoveHoldsAsync(AgencyDb db, IReadOnlyList<Guid> gone, CancellationToken cancellationToken)
    {
        var holds = await db.Set<LegalHold>().Where(hold => gone.Contains(hold.RecordId)).Select(hold => hold.Id).ToListAsync(cancellationToken);
        _ = await db.Set<HeldChild>().Where(child => holds.Contains(child.HoldId)).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<LegalHold>().Where(hold => holds.Contains(hold.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task RemoveReviewsAsync(AgencyDb db, IReadOnlyList<Guid> gone, RetentionReviewId review, CancellationToken cancellationToken)
    {
        var reviews = await db.Set<RetentionReview>().Where(other => gone.Contains(other.RecordId)).Select(other => other.Id).ToListAsync(cancellationToken);
        _ = await db.Set<ReviewedChild>().Where(child => reviews.Contains(child.ReviewId)).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<RetentionReview>().Where(other => reviews.Contains(other.Id) && other.Id != review).ExecuteDeleteAsync(cancellationToken);
    }
}
