using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Incidents;

/// <summary>
/// A force records an incident at once, shared or withheld; or sends a later revision of one of its own. A backlog is a list of them,
/// in which a correction may stand before its original.
/// </summary>
public sealed class RecordIncident(AgencyDirectory agencies, OwnIncidents incidents, IncidentFiling filing) : IUseCase<IncidentToRecord>
{
    public string Operation => "recordIncident";

    public int OrderOf(IncidentToRecord input) => input.Incident.Revision;

    public bool CanWait(IncidentToRecord input) => input.Mode != IngestMode.Live;

    /// <summary>How it comes in is no part of it: what was sent live and not answered may be sent again in a backlog.</summary>
    public object BodyOf(IncidentToRecord input) => input.Incident;

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<IncidentToRecord> inputs, CancellationToken cancellationToken)
    {
        var force = agencies.Find(session.Deed.Caller.Agency) is { Kind: AgencyKind.PoliceForce } agency ? agency
            : throw new InvalidOperationException("Only a police force may be permitted to record incidents.");
        var outcomes = new Outcome[inputs.Count];
        var accepted = new List<Accepted>();
        for (var i = 0; i < inputs.Count; i++)
        {
            var faults = new Faults();
            if (Read(i, inputs[i], force, session.Deed.At, faults) is { } read)
                accepted.Add(read);
            else
                outcomes[i] = Outcome.Refused(faults.Refusals);
        }

        var known = await incidents.FindAsync(session, [.. accepted.Select(item => item.Reference).Distinct()], cancellationToken);
        var corrected = accepted.Where(item => item.Input.Revision > 1).Select(item => known.GetValueOrDefault(item.Reference));
        await OwnIncidents.LoadPersonsAsync(session, [.. corrected.OfType<Incident>().Distinct()], cancellationToken);

        var filings = new List<Filing>();
        foreach (var item in accepted)
            outcomes[item.Position] = Plan(item, known, session, filings);
        await filing.FileAsync(session, filings, cancellationToken);
        return outcomes;
    }

    private Accepted? Read(int position, IncidentToRecord input, Agency force, DateTime now, Faults faults)
    {
        var reference = ForceReferenceRules.Read(input.Incident.Reference, force, FieldPath.Input["reference"], faults);
        var reason = IncidentRules.ReadRevision(input.Incident, faults);
        var content = IncidentRules.Read(input.Incident, now, agencies, faults);
        return faults.Any || reference is null || content is null ? null
            : new Accepted(position, input.Incident, input.Mode, reference.Value, reason, content);
    }

    private static Outcome Plan(Accepted item, Dictionary<ForceReference, Incident> known, WriteSession session, List<Filing> filings)
    {
        var revision = item.Input.Revision;
        var incident = known.GetValueOrDefault(item.Reference);
        if (revision == 1)
        {
            if (incident is not null)
                return Outcome.Refused(RefusalCode.AlreadyExists,
                    $"Incident {item.Reference} is recorded already; the first stands. Send a correction, or nothing.", "reference");

            incident = NewIncident(item, session);
            known.Add(item.Reference, incident);
            filings.Add(new Filing(item.Position, incident, item.Content, incident.Version, IsNew: true));
            return Outcome.Recorded(incident.Id.Value);
        }

        if (incident is null)
            return Outcome.Refused(RefusalCode.NotFound,
                $"There is no incident {item.Reference} to correct; send revision 1 first.", "reference");
        if (incident.Revision == revision)
            return Outcome.Refused(RefusalCode.AlreadyExists,
                $"Revision {revision} of incident {item.Reference} is recorded already; the first stands.", "revision");
        if (incident.Revision != revision - 1)
            return Outcome.VersionConflict(
                $"Incident {item.Reference} stands at revision {incident.Revision}; the next is {incident.Revision + 1}.", incident.Version, "revision");

        filings.Add(Correction(item.Position, incident, item.Content, item.Reason));
        return Outcome.Corrected(incident.Id.Value);
    }

    /// <summary>The numbers rise at once, so that a later input of the same batch meets them.</summary>
    internal static Filing Correction(int position, Incident incident, ReportedIncident content, string? reason)
    {
        incident.Version++;
        incident.Revision++;
        incident.CorrectionReason = reason;
        return new Filing(position, incident, content, incident.Version, IsNew: false);
    }

    private static Incident NewIncident(Accepted item, WriteSession session) => new()
    {
        Id = IncidentId.New(),
        ForceCode = session.Deed.Caller.Agency,
        Reference = item.Reference,
        CouncilCode = item.Content.Council,
        IncidentKind = item.Content.Kind,
        RiskGrade = item.Content.RiskGrade,
        Factors = item.Content.Factors,
        OccurredAt = item.Content.Times.OccurredAt,
        ReportedAt = item.Content.Times.ReportedAt,
        RecordedAt = item.Content.Times.RecordedAt,
        RiskAssessedAt = item.Content.Times.RiskAssessedAt,
        IngestMode = item.Mode,
        ReceivedAt = session.Deed.At,
        Sharing = item.Content.Sharing.Sharing,
        Location = item.Content.Location,
        SafeLocation = item.Content.SafeLocation,
        Narrative = item.Content.Narrative,
        ProtectiveMarking = item.Content.Marking.Protective,
        Handling = item.Content.Marking.Handling,
        NeedsConsent = item.Content.Marking.NeedsConsent,
        Informant = item.Content.Persons.Informant,
    };

    private sealed record Accepted(
        int Position, IncidentInput Input, IngestMode Mode, ForceReference Reference, string? Reason, ReportedIncident Content);
}
