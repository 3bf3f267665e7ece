using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Incidents;

/// <summary>Incidents, each answered for by the force that recorded it, with its persons and what it says of its children.</summary>
internal sealed class KeptIncidents : IKeptRecords
{
    public RecordKind Kind => RecordKind.Incident;

    public async Task<IReadOnlyList<KeptRecord>> ReadAsync(AgencyDb db, KeptPage page, CancellationToken cancellationToken)
    {
        var (controller, before) = (page.Controller, page.Before);
        var records = db.Set<Incident>().AsNoTracking().Where(incident => incident.ForceCode == controller && incident.RecordedAt <= before);
        if (page.After is { } last)
        {
            var (at, id) = (last.RecordedAt, new IncidentId(last.Id));
            records = records.Where(incident => incident.RecordedAt >= at && (incident.RecordedAt > at || incident.Id > id));
        }

        return await Kept(records.OrderBy(incident => incident.RecordedAt).ThenBy(incident => incident.Id).Take(page.Most)).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<KeptRecord>> FindAsync(AgencyDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Select(id => new IncidentId(id)).ToList();
        return await Kept(db.Set<Incident>().AsNoTracking().Where(incident => wanted.Contains(incident.Id))).ToListAsync(cancellationToken);
    }

    public Task LockAsync(AgencyDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => db.LockAsync<Incident>(ids, cancellationToken);

    public async Task<IReadOnlyList<LastWritten>> LastWrittenAsync(
        AgencyDb db, AgencyCode agency, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
        => await db.Set<ChildInvolvement>()
            .Where(involvement => children.Contains(involvement.ChildId) && (involvement.Incident!.ForceCode == agency
                || (involvement.Incident.CouncilCode == agency && involvement.Incident.Sharing == Sharing.Shared)))
            .GroupBy(involvement => involvement.ChildId)
            .Select(group => new LastWritten(
                group.Key, group.Max(involvement => involvement.Incident!.SharedAt > involvement.Incident.RecordedAt
                    ? involvement.Incident.SharedAt.Value : involvement.Incident.RecordedAt)))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyCollection<ChildId>> SpokenOfAsync(
        AgencyDb db, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
        => await db.Set<ChildInvolvement>().Where(involvement => children.Contains(involvement.ChildId))
            .Select(involvement => involvement.ChildId).Distinct().ToListAsync(cancellationToken);

    public async Task<Erased> EraseAsync(WriteSession session, Guid id, CancellationToken cancellationToken)
    {
        var (db, incidentId) = (session.Db, new IncidentId(id));
        var incident = await db.Set<Incident>().AsNoTracking().Where(incident => incident.Id == incidentId)
            .Select(incident => new { incident.ForceCode, incident.CouncilCode }).SingleAsync(cancellationToken);
        var persons = await db.Set<ChildInvolvement>().AsNoTracking().Where(involvement => involvement.IncidentId == incidentId)
            .Select(involvement => new { involvement.ChildId, involvement.RecordId }).ToListAsync(cancellationToken);
        var records = persons.ConvertAll(person => person.RecordId);

        _ = await db.Set<ChildInvolvement>().Where(involvement => involvement.IncidentId == incidentId).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<ChildRecord>().Where(record => records.Contains(record.Id)).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<AdultInvolvement>().Where(involvement => involvement.IncidentId == incidentId).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<Delivery>().Where(delivery => delivery.IncidentId == incidentId).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<Incident>().Where(incident => incident.Id == incidentId).ExecuteDeleteAsync(cancellationToken);
        return new Erased(
            [new ErasedRecord(Kind, id), .. records.Select(record => new ErasedRecord(RecordKind.ChildRecord, record.Value))],
            [.. persons.SelectMany(person => new[]
            {
                new LostTie(RelationshipKind.HubArea, incident.CouncilCode, person.ChildId),
                new LostTie(RelationshipKind.OriginatingForce, incident.ForceCode, person.ChildId),
            })]);
    }

    private static IQueryable<KeptRecord> Kept(IQueryable<Incident> incidents)
        => incidents.Select(incident => new KeptRecord(
            RecordKind.Incident, incident.Id.Value, incident.ForceCode, incident.Children.Select(involvement => involvement.ChildId).ToList(),
            incident.Children.Select(involvement => involvement.RecordId).ToList(), incident.RecordedAt));
}
