using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Receipts;
using AgencyGraph.Visibility;

namespace AgencyGraph.Incidents;

/// <summary>Writes accepted incidents with all that belongs to them. A correction replaces persons wholly, but who stays keeps the record.</summary>
public sealed class IncidentFiling(IChildMatcher matcher, TieEndings endings, OpenLinks links, SightChanges sights)
{
    internal async Task FileAsync(WriteSession session, IReadOnlyList<Filing> filings, CancellationToken cancellationToken)
    {
        var lost = new List<LostTie>();
        var telling = new Telling(sights.Watch(session), []);
        for (var remaining = filings; remaining.Count > 0;)
        {
            // Of an incident that comes again in the batch, the next revision rests on what the former left.
            var next = remaining.DistinctBy(filing => filing.Incident).ToList();
            lost.AddRange(await FileOnceAsync(session, next, telling, cancellationToken));
            remaining = next.Count == remaining.Count ? [] : [.. remaining.Except(next)];
            if (remaining.Count > 0)
                await session.SaveAsync(cancellationToken);
        }

        await endings.EndAsync(session, lost, cancellationToken);
        await telling.Watch.TellAsync(record => telling.Shared.Contains(record.Id), cancellationToken);
    }

    /// <summary>One matching and one reading of relationships for all of them.</summary>
    private async Task<IReadOnlyCollection<LostTie>> FileOnceAsync(
        WriteSession session, List<Filing> filings, Telling telling, CancellationToken cancellationToken)
    {
        foreach (var filing in filings.Where(filing => !filing.IsNew))
            await telling.Watch.LookAsync(filing.Incident.Children.Select(involvement => involvement.ChildId), cancellationToken);
        var former = filings.Select(FormerChildren.Of).ToList();
        var claims = filings.Zip(former, (filing, records) => filing.Content.Persons.Children.Zip(records, ClaimOf)).SelectMany(claim => claim).ToList();
        var matched = await matcher.MatchAsync(session.Db, claims, session.Deed, cancellationToken);
        telling.Watch.MoveTo(matched);
        var ties = await LiveTies.ReadAsync(session.Db, matched, cancellationToken);
        var sharing = new IncidentSharing(session, ties);

        var taken = 0;
        for (var i = 0; i < filings.Count; i++)
        {
            Write(session, filings[i], [.. matched.Skip(taken).Take(former[i].Count)], former[i], ties, sharing, telling);
            taken += former[i].Count;
        }

        await sharing.WithdrawAsync(cancellationToken);
        await links.EnsureAsync(session, sharing.Sent, cancellationToken);
        return sharing.Lost;
    }

    private static ChildClaim ClaimOf(ReportedChild child, ChildRecord? former) => new(child.Details.BornOn, child.NhsNumber, former?.ChildId);

    private static void Write(
        WriteSession session, Filing filing, ChildId[] children, IReadOnlyList<ChildRecord?> former, LiveTies ties, IncidentSharing sharing,
        Telling telling)
    {
        var incident = filing.Incident;
        var before = filing.IsNew ? null : IncidentSharing.AudienceOf(incident);
        IReadOnlyList<ChildId> childrenBefore = [];
        if (filing.IsNew)
        {
            session.Add(incident);
        }
        else
        {
            childrenBefore = [.. incident.Children.Select(involvement => involvement.ChildId)];
            RemovePersons(session, incident, [.. former.Where((record, i) => record?.ChildId == children[i])]);
            Correct(incident, filing.Content);
        }

        var records = IncidentPersons.Write(session, incident, filing.Content.Persons, children, former);
        foreach (var child in children)
            ties.Begin(child, RelationshipKind.OriginatingForce, incident.ForceCode.Value, session.Deed.At);
        sharing.Decide(incident, filing.Version, filing.Content.Sharing, before, childrenBefore, records);
        if (!filing.IsNew && before is null && IncidentSharing.AudienceOf(incident) is not null)
            telling.Shared.UnionWith([incident.Id.Value, .. records.SelectMany(record => new[] { record.Id.Value, record.ChildId.Value })]);
        Announce(filing, before, childrenBefore, children, sharing, telling.Watch.Former(RecordKind.Incident, incident.Id.Value));
    }

    private static void RemovePersons(WriteSession session, Incident incident, HashSet<ChildRecord?> kept)
    {
        var records = incident.Children.Select(involvement => involvement.Record!).Where(record => !kept.Contains(record)).ToList(); // Read before.
        session.Db.RemoveRange(incident.Children.ToList());
        session.Db.RemoveRange(records);
        session.Db.RemoveRange(incident.Adults.ToList());
        incident.Children.Clear();
        incident.Adults.Clear();
    }

    private static void Correct(Incident incident, ReportedIncident content)
    {
        incident.IncidentKind = content.Kind;
        incident.CouncilCode = content.Council;
        incident.RiskGrade = content.RiskGrade;
        incident.Factors = content.Factors;
        (incident.OccurredAt, incident.ReportedAt, incident.RecordedAt, incident.RiskAssessedAt) = content.Times;
        incident.Location = content.Location;
        incident.SafeLocation = content.SafeLocation;
        incident.Narrative = content.Narrative;
        incident.Mark(content.Marking);
        incident.Informant = content.Persons.Informant;
    }

    /// <summary>
    /// One correction, to those who had the incident as it was and see it now; and, where it was withheld before or is from now on, that
    /// decision. Where it moves from one council to another, the former is told that it is withdrawn, and the other that it is visible.
    /// </summary>
    private static void Announce(
        Filing filing, Agencies.AgencyCode? before, IReadOnlyList<ChildId> childrenBefore, ChildId[] children, IncidentSharing sharing,
        SightChange? former)
    {
        var now = IncidentSharing.AudienceOf(filing.Incident);
        if (before is { } blind && now is null)
            sharing.Announce(UpdateKind.IncidentWithheld, filing.Incident, filing.Version, childrenBefore, blind);

        sharing.Announce(
            filing.IsNew ? UpdateKind.IncidentRecorded : UpdateKind.IncidentCorrected, filing.Incident, filing.Version, children, former: former);
        if (!filing.IsNew && before is null && now is not null)
            sharing.Announce(UpdateKind.IncidentShared, filing.Incident, filing.Version, children);
    }

    /// <param name="Shared">What the filing's own updates show to those who come to see it.</param>
    private sealed record Telling(SightWatch Watch, HashSet<Guid> Shared);
}
