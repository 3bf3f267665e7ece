using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Receipts;
using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Incidents;

/// <summary>Deliveries of incidents. Each sharing makes one; the last stands.</summary>
internal sealed class SentIncidents(IVisibleRecords records, IOptions<FeedOptions> options)
    : SentRecords<Incident, IncidentId, Delivery>(records, options, nameof(Delivery.IncidentId))
{
    protected override IQueryable<Delivery> StandingOf(AgencyDb db)
        => db.Set<Delivery>().Where(delivery => !db.Set<Delivery>()
            .Any(later => later.IncidentId == delivery.IncidentId && later.Version > delivery.Version));

    protected override IQueryable<Delivery> SharedWith(AgencyCode council, IQueryable<Delivery> deliveries)
        => deliveries.Where(delivery => delivery.Incident!.Sharing == Sharing.Shared && delivery.Incident.CouncilCode == council);

    protected override async Task<IReadOnlyList<SentVersion>> VersionsAsync(
        AgencyDb db, IReadOnlyCollection<IncidentId> ids, CancellationToken cancellationToken)
    {
        var found = await db.Set<Incident>().AsNoTracking().Where(incident => ids.Contains(incident.Id))
            .Select(incident => new
            {
                incident.Id,
                incident.Version,
                incident.ForceCode,
                Children = incident.Children.Select(involvement => involvement.ChildId).ToList(),
            })
            .ToListAsync(cancellationToken);
        return [.. found.Select(incident => new SentVersion(incident.Id.Value, incident.Version, incident.ForceCode, incident.Children))];
    }
}
