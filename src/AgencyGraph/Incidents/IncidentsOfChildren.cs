using AgencyGraph.Children;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Incidents;

/// <summary>Incidents, by the children in them.</summary>
internal sealed class IncidentsOfChildren(SentIncidents sent) : IRecordsOfChildren
{
    public async Task<IReadOnlyList<RecordOfChildren>> AboutAsync(
        AgencyDb db, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
    {
        var incidents = await db.Set<Incident>().AsNoTracking()
            .Where(incident => incident.Children.Any(involvement => children.Contains(involvement.ChildId)))
            .Select(incident => new
            {
                incident.Id,
                incident.Version,
                incident.ForceCode,
                incident.CouncilCode,
                incident.Sharing,
                incident.RestrictionId,
                incident.NeedsConsent,
                NoticeAt = incident.IncidentKind == IncidentKind.DomesticAbuse ? incident.SharedAt : null,
                Children = incident.Children.Select(involvement => involvement.ChildId).ToList(),
            })
            .ToListAsync(cancellationToken);
        return [.. incidents.Select(incident => new RecordOfChildren(
            RecordKind.Incident, incident.Id.Value, incident.Version,
            new RecordFacts(incident.ForceCode, incident.CouncilCode, incident.Sharing == Sharing.Shared, incident.Children)
            { Restriction = incident.RestrictionId, NeedsConsent = incident.NeedsConsent, NoticeAt = incident.NoticeAt }))];
    }

    public Task FollowRestrictionsAsync(AgencyDb db, IReadOnlyList<RecordInSight> records, DateTime at, CancellationToken cancellationToken)
        => sent.FollowRestrictionsAsync(db, records, at, cancellationToken);
}
