using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Incidents;

/// <summary>
/// The incidents on which the caller's force may write: its own, among those that it may see. Another force's is not found, exactly as
/// one that does not exist.
/// </summary>
public sealed class OwnIncidents(IVisibleRecords records)
{
    private static readonly RowProbe<Incident> Any = new(nameof(Incident.ForceCode), nameof(Incident.Reference));

    /// <summary>Those that the references name, tracked.</summary>
    public async Task<Dictionary<ForceReference, Incident>> FindAsync(
        WriteSession session, IReadOnlyCollection<ForceReference> references, CancellationToken cancellationToken)
    {
        var force = session.Deed.Caller.Agency;
        if (references.Count == 0)
            return [];
        // An incident that is new, as most are, cannot be among those that the caller may see.
        if (references.Count == 1 && !await Any.FindsAsync(session.Storage, session.Db, cancellationToken, force, references.Single()))
            return [];

        return await records.Of<Incident>(session.Db, session.Deed.Caller).AsTracking()
            .Where(incident => incident.ForceCode == force && references.Contains(incident.Reference))
            .ToDictionaryAsync(incident => incident.Reference, cancellationToken);
    }

    /// <summary>For each step its incident, tracked, with its persons; null where it is not found.</summary>
    internal async Task<IReadOnlyList<Incident?>> FindAsync<TStep>(
        WriteSession session, IReadOnlyList<Located<TStep, IncidentId>> steps, CancellationToken cancellationToken)
        where TStep : IIncidentStep
    {
        var force = session.Deed.Caller.Agency;
        var ids = steps.Select(step => step.Id).OfType<IncidentId>().Distinct().ToList();
        var references = steps.Select(step => ReferenceOf(step)).OfType<ForceReference>().Distinct().ToList();
        var found = await records.Of<Incident>(session.Db, session.Deed.Caller).AsTracking()
            .Where(incident => incident.ForceCode == force && (ids.Contains(incident.Id) || references.Contains(incident.Reference)))
            .ToListAsync(cancellationToken);
        await LoadPersonsAsync(session, found, cancellationToken);
        return [.. steps.Select(step => found.Find(incident
            => incident.Id == step.Id || (step.Id is null && incident.Reference == ReferenceOf(step))))];
    }

    /// <summary>Reads the persons of the incidents, one query a kind.</summary>
    internal static async Task LoadPersonsAsync(
        WriteSession session, IReadOnlyCollection<Incident> incidents, CancellationToken cancellationToken)
    {
        if (incidents.Count == 0)
            return;

        var ids = incidents.Select(incident => incident.Id).ToList();
        await session.Db.Set<ChildInvolvement>().AsTracking().Include(involvement => involvement.Record)
            .Where(involvement => ids.Contains(involvement.IncidentId)).LoadAsync(cancellationToken);
        await session.Db.Set<AdultInvolvement>().AsTracking()
            .Where(involvement => ids.Contains(involvement.IncidentId)).LoadAsync(cancellationToken);
    }

    /// <returns>The refusal of a step, before its own content is looked at; null when there is none.</returns>
    internal static Outcome? RefusalOf<TStep>(Located<TStep, IncidentId> step, Incident? incident)
        where TStep : IIncidentStep
    {
        var by = step.Input.By;
        if ((step.Id is null) == (by.Reference is null))
            return Outcome.Refused(RefusalCode.InvalidInput, "Name the incident by exactly one of id and reference.", "by");
        if (incident is null)
            return Outcome.Refused(RefusalCode.NotFound, "There is no such incident among the force's own.", "by");
        return incident.Version == step.Input.ExpectedVersion ? null
            : Outcome.VersionConflict("The incident has changed since it was read.", incident.Version, "expectedVersion");
    }

    private static ForceReference? ReferenceOf<TStep>(Located<TStep, IncidentId> step)
        where TStep : IIncidentStep
        => step.Id is null && ForceReference.TryParse(step.Input.By.Reference, out var reference) ? reference : null;
}
