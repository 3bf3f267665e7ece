using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Incidents;
using AgencyGraph.Storage;
using AgencyGraph.Timeliness;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Referrals;

/// <summary>Referrals, each answered for by the council that received it: the rating and the decision are the council's.</summary>
internal sealed class KeptReferrals : IKeptRecords
{
    private static readonly ChildRecordId[] NoParts = [];

    public RecordKind Kind => RecordKind.Referral;

    public async Task<IReadOnlyList<KeptRecord>> ReadAsync(AgencyDb db, KeptPage page, CancellationToken cancellationToken)
    {
        var (controller, before) = (page.Controller, page.Before);
        var records = db.Set<Referral>().AsNoTracking().Where(referral => referral.ToCode == controller && referral.ReceivedAt <= before);
        if (page.After is { } last)
        {
            var (at, id) = (last.RecordedAt, new ReferralId(last.Id));
            records = records.Where(referral => referral.ReceivedAt >= at && (referral.ReceivedAt > at || referral.Id > id));
        }

        return await Kept(records.OrderBy(referral => referral.ReceivedAt).ThenBy(referral => referral.Id).Take(page.Most)).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<KeptRecord>> FindAsync(AgencyDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Select(id => new ReferralId(id)).ToList();
        return await Kept(db.Set<Referral>().AsNoTracking().Where(referral => wanted.Contains(referral.Id))).ToListAsync(cancellationToken);
    }

    public Task LockAsync(AgencyDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => db.LockAsync<Referral>(ids, cancellationToken);

    public async Task<IReadOnlyList<LastWritten>> LastWrittenAsync(
        AgencyDb db, AgencyCode agency, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
    {
        var written = await db.Set<ReferredChild>().AsNoTracking()
            .Where(referred => children.Contains(referred.ChildId) && (referred.Referral!.FromCode == agency || referred.Referral.ToCode == agency))
            .Select(referred => new
            {
                referred.ChildId,
                referred.Referral!.ReceivedAt,
                referred.Referral.AcknowledgedAt,
                referred.Referral.RatedAt,
                referred.Referral.DecidedAt,
            })
            .ToListAsync(cancellationToken);
        return [.. written.GroupBy(one => one.ChildId).Select(group => new LastWritten(
            group.Key, group.Max(one => one.DecidedAt ?? one.RatedAt ?? one.AcknowledgedAt ?? one.ReceivedAt)))];
    }

    public async Task<IReadOnlyCollection<ChildId>> SpokenOfAsync(
        AgencyDb db, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
        => await db.Set<ReferredChild>().Where(referred => children.Contains(referred.ChildId))
            .Select(referred => referred.ChildId).Distinct().ToListAsync(cancellationToken);

    /// <summary>A referral that rests on an incident stands without it: it is another agency's.</summary>
    public async Task LetGoAsync(AgencyDb db, ErasedRecord record, CancellationToken cancellationToken)
    {
        if (record.Kind != RecordKind.Incident)
            return;
        var incident = new IncidentId(record.Id);
        _ = await db.Set<ReferredIncident>().Where(referred => referred.IncidentId == incident).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task<Erased> EraseAsync(WriteSession session, Guid id, CancellationToken cancellationToken)
    {
        var (db, referralId) = (session.Db, new ReferralId(id));
        var council = await db.Set<Referral>().Where(referral => referral.Id == referralId).Select(referral => referral.ToCode).SingleAsync(cancellationToken);
        var children = await db.Set<ReferredChild>().Where(referred => referred.ReferralId == referralId)
            .Select(referred => referred.ChildId).ToListAsync(cancellationToken);
        _ = await db.Set<ReferredChild>().Where(referred => referred.ReferralId == referralId).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<ReferredIncident>().Where(referred => referred.ReferralId == referralId).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<ReferralDeadline>().Where(own => own.ReferralId == referralId).ExecuteDeleteAsync(cancellationToken);
        await DeadlineBook.EraseAsync(db, id, cancellationToken);
        _ = await db.Set<Referral>().Where(referral => referral.Id == referralId).ExecuteDeleteAsync(cancellationToken);
        return new Erased(
            [new ErasedRecord(Kind, id)], [.. children.Select(child => new LostTie(RelationshipKind.HubArea, council, child))]);
    }

    private static IQueryable<KeptRecord> Kept(IQueryable<Referral> referrals)
        => referrals.Select(referral => new KeptRecord(
            RecordKind.Referral, referral.Id.Value, referral.ToCode, referral.Children.Select(referred => referred.ChildId).ToList(), NoParts, referral.ReceivedAt));
}
