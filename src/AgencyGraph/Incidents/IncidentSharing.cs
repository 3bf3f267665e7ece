using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Incidents;

/// <summary>
/// What a decision to share or to withhold does, whenever it is taken: the instant, the delivery, the records of the children, the hub
/// that is told, and what of it is announced to whom.
/// </summary>
internal sealed class IncidentSharing(WriteSession session, LiveTies ties)
{
    private readonly List<(AgencyCode From, AgencyCode To)> sent = [];
    private readonly List<(IncidentId Incident, AgencyCode Council)> withdrawn = [];
    private readonly List<LostTie> lost = [];

    /// <summary>Relationships that lost a reason; they are ended once the whole batch is saved.</summary>
    public IReadOnlyCollection<LostTie> Lost => lost;

    /// <summary>From which force to which council something was sent.</summary>
    public IReadOnlyCollection<(AgencyCode From, AgencyCode To)> Sent => sent;

    /// <summary>The council that sees the incident; null while it is withheld.</summary>
    public static AgencyCode? AudienceOf(Incident incident) => incident.Sharing == Sharing.Shared ? incident.CouncilCode : null;

    /// <summary>Decides for an incident whose children are as they shall be.</summary>
    /// <param name="version">The version of the incident that the decision makes.</param>
    /// <param name="before">The council that saw it until now; null for none.</param>
    /// <param name="childrenBefore">Its children until now; none for a new incident.</param>
    public void Decide(
        Incident incident, int version, SharingDecision decision, AgencyCode? before, IReadOnlyList<ChildId> childrenBefore,
        IReadOnlyList<ChildRecord> records)
    {
        incident.Sharing = decision.Sharing;
        incident.WithholdReason = decision.Reason;
        incident.ReviewOn = decision.ReviewOn;
        foreach (var record in records)
            record.IsShared = decision.Sharing == Sharing.Shared;

        var now = AudienceOf(incident);
        if (now != before)
            Deliver(incident, version, now);
        if (before is { } blind && now != before)
            withdrawn.Add((incident.Id, blind));

        var children = records.Select(record => record.ChildId).ToList();
        if (now is { } council)
        {
            foreach (var child in children)
                ties.Begin(child, RelationshipKind.HubArea, council.Value, session.Deed.At);
        }

        if (before is { } former)
            Lose(RelationshipKind.HubArea, former, now == before ? childrenBefore.Except(children) : childrenBefore);
        Lose(RelationshipKind.OriginatingForce, incident.ForceCode, childrenBefore.Except(children));
    }

    /// <summary>Decides for an incident that stays otherwise as it is, and announces it.</summary>
    public void DecideAnew(Incident incident, SharingDecision decision, UpdateKind kind)
    {
        var records = incident.Children.Select(involvement => involvement.Record
            ?? throw new InvalidOperationException("An incident's persons are read before a decision on it.")).ToList();
        IReadOnlyList<ChildId> children = [.. records.Select(record => record.ChildId)];
        Decide(incident, incident.Version, decision, AudienceOf(incident), children, records);
        Announce(kind, incident, incident.Version, children);
    }

    public void Announce(UpdateKind kind, Incident incident, int version, IReadOnlyList<ChildId> children, AgencyCode? toFormer = null,
        SightChange? former = null)
        => session.Announce(new FeedDraft(kind, RecordKind.Incident, incident.Id.Value, version, incident.ForceCode,
            toFormer ?? incident.CouncilCode, toFormer is null && incident.Sharing == Sharing.Shared, children, incident.OccurredAt)
        { Change = former });

    /// <summary>
    /// Deliveries to a council that has ceased to see the incident wait for nobody any more. Those that this very session adds are to
    /// another council, or later.
    /// </summary>
    public async Task WithdrawAsync(CancellationToken cancellationToken)
    {
        var at = session.Deed.At;
        foreach (var (incident, council) in withdrawn)
        {
            _ = await session.Db.Set<Delivery>()
                .Where(delivery => delivery.IncidentId == incident && delivery.ToCode == council && delivery.WithdrawnAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.WithdrawnAt, at), cancellationToken);
        }
    }

    private void Lose(RelationshipKind kind, AgencyCode agency, IEnumerable<ChildId> children)
        => lost.AddRange(children.Select(child => new LostTie(kind, agency, child)));

    private void Deliver(Incident incident, int version, AgencyCode? to)
    {
        incident.SharedAt = to is null ? null : session.Deed.At;
        if (to is not { } council)
            return;

        sent.Add((incident.ForceCode, council));
        session.Add(new Delivery
        {
            Id = Guid.CreateVersion7(),
            IncidentId = incident.Id,
            Version = version,
            FromCode = incident.ForceCode,
            ToCode = council,
            SharedAt = session.Deed.At,
        });
    }
}
