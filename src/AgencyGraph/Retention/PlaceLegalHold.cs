using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Incidents;
using AgencyGraph.Missing;
using AgencyGraph.Referrals;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Retention;

/// <summary>Places a legal hold on a child or a record that the caller sees. The outcome names the hold.</summary>
internal sealed class PlaceLegalHold(RecordsInSight inSight, IEnumerable<IKeptRecords> kept) : IUseCase<HoldToPlace>
{
    private static readonly TextRule Reason = new(LegalHold.ReasonMaxLength, AllowsLines: true);

    public string Operation => "placeLegalHold";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(WriteSession session, IReadOnlyList<HoldToPlace> inputs, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        foreach (var input in inputs)
            outcomes.Add(await PlaceAsync(session, input, cancellationToken));
        return outcomes;
    }

    private async Task<Outcome> PlaceAsync(WriteSession session, HoldToPlace input, CancellationToken cancellationToken)
    {
        var (db, agency, faults) = (session.Db, session.Deed.Caller.Agency, new Faults());
        var reason = Reason.Require(input.Input.Reason, FieldPath.Input["reason"], faults, "is needed: say why.");
        if (faults.Any || reason is null)
            return Outcome.Refused(faults.Refusals);
        if (await SeenAsync(session, input, cancellationToken) is not { } children)
            return Outcome.Refused(RefusalCode.NotFound, "There is no such child or record.", "record");
        if (await db.Set<LegalHold>().AnyAsync(
            hold => hold.RecordId == input.RecordId && hold.ByAgencyCode == agency && hold.LiftedAt == null, cancellationToken))
            return Outcome.Refused(RefusalCode.AlreadyExists, "A hold of your agency stands on it already.", "record");

        var placed = HoldOf(input, reason, session.Deed);
        _ = db.Add(placed);
        db.AddRange(children.Distinct().Select(child => new HeldChild { HoldId = placed.Id, ChildId = child }));
        return Outcome.Recorded(placed.Id.Value);
    }

    /// <summary>Looked for again once nobody else writes on it: it may be erased meanwhile.</summary>
    private async Task<IReadOnlyList<ChildId>?> SeenAsync(WriteSession session, HoldToPlace input, CancellationToken cancellationToken)
    {
        if (await inSight.ChildrenOfAsync(session, input.Kind, input.RecordId, cancellationToken) is not { } children)
            return null;
        _ = await LiveTies.ReadAsync(session.Db, children, cancellationToken);
        if (kept.FirstOrDefault(feature => feature.Kind == input.Kind) is { } feature)
            await feature.LockAsync(session.Db, [input.RecordId], cancellationToken);
        return await inSight.ChildrenOfAsync(session, input.Kind, input.RecordId, cancellationToken);
    }

    private static LegalHold HoldOf(HoldToPlace input, string reason, Deed deed) => new()
    {
        Id = LegalHoldId.New(),
        RecordKind = input.Kind!.Value, // Of what has no kind nothing is seen.
        RecordId = input.RecordId,
        ChildId = input.Kind == RecordKind.Child ? new ChildId(input.RecordId) : null,
        ChildRecordId = input.Kind == RecordKind.ChildRecord ? new ChildRecordId(input.RecordId) : null,
        IncidentId = input.Kind == RecordKind.Incident ? new IncidentId(input.RecordId) : null,
        ReferralId = input.Kind == RecordKind.Referral ? new ReferralId(input.RecordId) : null,
        MissingEpisodeId = input.Kind == RecordKind.MissingEpisode ? new MissingEpisodeId(input.RecordId) : null,
        Reason = reason,
        ByAgencyCode = deed.Caller.Agency,
        By = deed.Caller.Subject,
        PlacedAt = deed.At,
    };
}
