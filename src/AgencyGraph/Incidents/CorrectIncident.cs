using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Incidents;

/// <summary>A force corrects one of its own incidents, whole. When it was received, and how it came in, stay as they were.</summary>
public sealed class CorrectIncident(AgencyDirectory agencies, OwnIncidents incidents, IncidentFiling filing)
    : IUseCase<Located<CorrectIncidentInput, IncidentId>>
{
    public string Operation => "correctIncident";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<Located<CorrectIncidentInput, IncidentId>> inputs, CancellationToken cancellationToken)
    {
        var found = await incidents.FindAsync(session, inputs, cancellationToken);
        var filings = new List<Filing>();
        var outcomes = new List<Outcome>();
        for (var i = 0; i < inputs.Count; i++)
            outcomes.Add(Plan(i, inputs[i], found[i], session.Deed.At, filings));

        await filing.FileAsync(session, filings, cancellationToken);
        return outcomes;
    }

    private Outcome Plan(
        int position, Located<CorrectIncidentInput, IncidentId> input, Incident? incident, DateTime now, List<Filing> filings)
    {
        var faults = new Faults();
        var reason = IncidentRules.ReadReason(input.Input.Reason, FieldPath.Input["reason"], faults);
        var content = IncidentRules.Read(input.Input, now, agencies, faults);
        if (content is null)
            return Outcome.Refused(faults.Refusals);
        if (OwnIncidents.RefusalOf(input, incident) is { } refusal)
            return refusal;

        filings.Add(RecordIncident.Correction(position, incident!, content, reason)); // RefusalOf refuses where there is none
        return Outcome.Corrected(incident!.Id.Value);
    }
}
