using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Incidents;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Restrictions;

/// <summary>A child or an incident that the caller sees, and may have to restrict.</summary>
/// <param name="Decides">The agency whose system may restrict it; null where there is none.</param>
/// <param name="Incident">Tracked, with its persons; null for a child.</param>
internal sealed record RestrictableRecord(RecordKind Kind, Guid Id, AgencyCode? Decides, IReadOnlyList<ChildId> Children, Incident? Incident)
{
    /// <returns>Null when there is none that the caller may see.</returns>
    public static async Task<RestrictableRecord?> FindAsync(
        IVisibleRecords records, WriteSession session, RecordKind? kind, Guid id, CancellationToken cancellationToken)
    {
        if (kind == RecordKind.Child)
        {
            var childId = new ChildId(id);
            var child = await records.Of<Child>(session.Db, session.Deed.Caller).SingleOrDefaultAsync(row => row.Id == childId, cancellationToken);
            return child is null ? null : new RestrictableRecord(RecordKind.Child, id, child.ResponsibleCouncilCode, [childId], null);
        }

        if (kind != RecordKind.Incident)
            return null;
        var incidentId = new IncidentId(id);
        var incident = await records.Of<Incident>(session.Db, session.Deed.Caller).AsTracking()
            .SingleOrDefaultAsync(row => row.Id == incidentId, cancellationToken);
        if (incident is null)
            return null;
        await OwnIncidents.LoadPersonsAsync(session, [incident], cancellationToken);
        return new RestrictableRecord(
            RecordKind.Incident, id, incident.ForceCode, [.. incident.Children.Select(involvement => involvement.ChildId)], incident);
    }
}
