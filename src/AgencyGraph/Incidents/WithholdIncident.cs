using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Feed;

namespace AgencyGraph.Incidents;

/// <summary>
/// A force withholds one of its own incidents, with the reason, or gives a withheld one another reason. The council ceases to see it, and
/// the children too of whom it knew by nothing else. The delivery stays on record: it was made.
/// </summary>
public sealed class WithholdIncident(OwnIncidents incidents, TieEndings endings, SightChanges sights) : IUseCase<Located<WithholdIncidentInput, IncidentId>>
{
    public string Operation => "withholdIncident";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<Located<WithholdIncidentInput, IncidentId>> inputs, CancellationToken cancellationToken)
    {
        var found = await incidents.FindAsync(session, inputs, cancellationToken);
        var watch = sights.Watch(session);
        await watch.LookAsync(found.OfType<Incident>().SelectMany(incident => incident.Children).Select(involvement => involvement.ChildId), cancellationToken);
        var sharing = new IncidentSharing(session, await LiveTies.ReadAsync(session.Db, [], cancellationToken));
        IReadOnlyList<Outcome> outcomes = [.. inputs.Zip(found, (input, incident) => Withhold(input, incident, session.Deed.At, sharing))];
        await sharing.WithdrawAsync(cancellationToken);
        await endings.EndAsync(session, sharing.Lost, cancellationToken);
        await watch.TellAsync(null, cancellationToken);
        return outcomes;
    }

    private static Outcome Withhold(
        Located<WithholdIncidentInput, IncidentId> input, Incident? incident, DateTime now, IncidentSharing sharing)
    {
        var faults = new Faults();
        var decision = SharingRules.ReadWithholding(input.Input.Reason, input.Input.ReviewOn, Moments.LondonDate(now), FieldPath.Input, faults);
        if (faults.Any)
            return Outcome.Refused(faults.Refusals);
        if (OwnIncidents.RefusalOf(input, incident) is { } refusal)
            return refusal;

        incident!.Version++; // RefusalOf refuses where there is none
        sharing.DecideAnew(incident, decision, UpdateKind.IncidentWithheld);
        return Outcome.Changed(incident.Id.Value);
    }
}
