using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Children;

/// <summary>
/// What councils recorded of children, each answered for by the council that wrote it. What a force recorded of a child is part of the incident, and kept
/// with it.
/// </summary>
internal sealed class RecordsOfCouncils : IKeptRecords
{
    private static readonly ChildRecordId[] NoParts = [];

    public RecordKind Kind => RecordKind.ChildRecord;

    public async Task<IReadOnlyList<KeptRecord>> ReadAsync(AgencyDb db, KeptPage page, CancellationToken cancellationToken)
    {
        var (controller, before) = (page.Controller, page.Before);
        var records = OfCouncils(db).Where(record => record.AgencyCode == controller && record.RecordedAt <= before);
        if (page.After is { } last)
        {
            var (at, id) = (last.RecordedAt, new ChildRecordId(last.Id));
            records = records.Where(record => record.RecordedAt >= at && (record.RecordedAt > at || record.Id > id));
        }

        return await Kept(records.OrderBy(record => record.RecordedAt).ThenBy(record => record.Id).Take(page.Most)).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<KeptRecord>> FindAsync(AgencyDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Select(id => new ChildRecordId(id)).ToList();
        return await Kept(OfCouncils(db).Where(record => wanted.Contains(record.Id))).ToListAsync(cancellationToken);
    }

    public Task LockAsync(AgencyDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => db.LockAsync<ChildRecord>(ids, cancellationToken);

    public async Task<IReadOnlyList<LastWritten>> LastWrittenAsync(
        AgencyDb db, AgencyCode agency, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
        => await OfCouncils(db).Where(record => record.AgencyCode == agency && children.Contains(record.ChildId))
            .GroupBy(record => record.ChildId).Select(group => new LastWritten(group.Key, group.Max(record => record.RecordedAt)))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyCollection<ChildId>> SpokenOfAsync(
        AgencyDb db, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
        => await db.Set<ChildRecord>().Where(record => children.Contains(record.ChildId)).Select(record => record.ChildId).Distinct().ToListAsync(cancellationToken);

    public async Task<Erased> EraseAsync(WriteSession session, Guid id, CancellationToken cancellationToken)
    {
        var (db, recordId) = (session.Db, new ChildRecordId(id));
        var found = await db.Set<ChildRecord>().Where(record => record.Id == recordId)
            .Select(record => new { record.AgencyCode, record.ChildId }).SingleAsync(cancellationToken);
        var (council, child) = (found.AgencyCode, found.ChildId);
        _ = await db.Set<ChildRecord>().Where(record => record.Id == recordId).ExecuteDeleteAsync(cancellationToken);
        if (!await db.Set<ChildRecord>().AnyAsync(record => record.ChildId == child && record.AgencyCode == council, cancellationToken))
            await ReleaseAsync(session, child, council, cancellationToken);
        return new Erased([new ErasedRecord(Kind, id)], [new LostTie(RelationshipKind.HubArea, council, child)]);
    }

    /// <summary>
    /// Who has erased all that it wrote of a child is not responsible for the child any more: it would go on seeing what others hold. Its hub stays
    /// told where others have told it, which is asked when the erasure is done.
    /// </summary>
    private static async Task ReleaseAsync(WriteSession session, ChildId id, AgencyCode council, CancellationToken cancellationToken)
    {
        _ = await session.Db.Set<ResponsibilityTransfer>().Where(transfer => transfer.ChildId == id && transfer.FromCode == council)
            .ExecuteDeleteAsync(cancellationToken);
        var ties = await LiveTies.ReadAsync(session.Db, [id], cancellationToken);
        if (!ties.Holds(id, RelationshipKind.ResponsibleCouncil, council.Value))
            return;

        foreach (var worker in ties.HoldersOf(id, RelationshipKind.AllocatedWorker))
            ties.End(id, RelationshipKind.AllocatedWorker, worker, session.Deed.At);
        ties.End(id, RelationshipKind.ResponsibleCouncil, council.Value, session.Deed.At);
        ties.Begin(id, RelationshipKind.HubArea, council.Value, session.Deed.At);
        (await session.Db.Set<Child>().AsTracking().SingleAsync(child => child.Id == id, cancellationToken)).Release();
    }

    private static IQueryable<ChildRecord> OfCouncils(AgencyDb db)
        => db.Set<ChildRecord>().AsNoTracking().Where(record => record.LocalReference != null); // A council's alone has one.

    private static IQueryable<KeptRecord> Kept(IQueryable<ChildRecord> records)
        => records.Select(record => new KeptRecord(RecordKind.ChildRecord, record.Id.Value, record.AgencyCode, new[] { record.ChildId }, NoParts, record.RecordedAt));
}
