using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Incidents;
using AgencyGraph.Missing;
using AgencyGraph.Referrals;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Retention;

/// <summary>A child, or a record about children, that the caller sees.</summary>
internal sealed class RecordsInSight(IVisibleRecords records)
{
    /// <returns>Whom it is about; null where there is none that the caller may see.</returns>
    public async Task<IReadOnlyList<ChildId>?> ChildrenOfAsync(WriteSession session, RecordKind? kind, Guid id, CancellationToken cancellationToken)
    {
        var (db, caller) = (session.Db, session.Deed.Caller);
        var (child, record, incident, referral, episode) = (new ChildId(id), new ChildRecordId(id), new IncidentId(id), new ReferralId(id), new MissingEpisodeId(id));
        return kind switch
        {
            RecordKind.Child => await records.Of<Child>(db, caller).Where(row => row.Id == child)
                .Select(row => new[] { row.Id }).SingleOrDefaultAsync(cancellationToken),
            RecordKind.ChildRecord => await records.Of<ChildRecord>(db, caller).Where(row => row.Id == record)
                .Select(row => new[] { row.ChildId }).SingleOrDefaultAsync(cancellationToken),
            RecordKind.Incident => await records.Of<Incident>(db, caller).Where(row => row.Id == incident)
                .Select(row => row.Children.Select(involvement => involvement.ChildId).ToList()).SingleOrDefaultAsync(cancellationToken),
            RecordKind.Referral => await records.Of<Referral>(db, caller).Where(row => row.Id == referral)
                .Select(row => row.Children.Select(referred => referred.ChildId).ToList()).SingleOrDefaultAsync(cancellationToken),
            RecordKind.MissingEpisode => await records.Of<MissingEpisode>(db, caller).Where(row => row.Id == episode)
                .Select(row => new[] { row.ChildId }).SingleOrDefaultAsync(cancellationToken),
            _ => null,
        };
    }
}
