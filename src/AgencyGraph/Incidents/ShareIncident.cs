using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Receipts;

namespace AgencyGraph.Incidents;

/// <summary>A force shares one of its own incidents that it withheld: the same as if it had been shared at once, but for the instant.</summary>
public sealed class ShareIncident(OwnIncidents incidents, OpenLinks links, SightChanges sights) : IUseCase<Located<ShareIncidentInput, IncidentId>>
{
    public string Operation => "shareIncident";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<Located<ShareIncidentInput, IncidentId>> inputs, CancellationToken cancellationToken)
    {
        var found = await incidents.FindAsync(session, inputs, cancellationToken);
        var children = found.OfType<Incident>().SelectMany(incident => incident.Children).Select(involvement => involvement.ChildId).ToList();
        var watch = sights.Watch(session);
        await watch.LookAsync(children, cancellationToken);
        var sharing = new IncidentSharing(session, await LiveTies.ReadAsync(session.Db, children, cancellationToken));
        IReadOnlyList<Outcome> outcomes = [.. inputs.Zip(found, (input, incident) => Share(input, incident, sharing))];
        await links.EnsureAsync(session, sharing.Sent, cancellationToken);
        await watch.TellAsync(_ => true, cancellationToken); // Who comes to see it is told by its own update.
        return outcomes;
    }

    private static Outcome Share(Located<ShareIncidentInput, IncidentId> input, Incident? incident, IncidentSharing sharing)
    {
        if (OwnIncidents.RefusalOf(input, incident) is { } refusal)
            return refusal;
        if (incident!.Sharing == Sharing.Shared) // RefusalOf refuses where there is none
            return Outcome.Refused(RefusalCode.WrongStage, "The incident is shared already.", "by");

        incident.Version++;
        sharing.DecideAnew(incident, SharingDecision.Share, UpdateKind.IncidentShared);
        return Outcome.Changed(incident.Id.Value);
    }
}
