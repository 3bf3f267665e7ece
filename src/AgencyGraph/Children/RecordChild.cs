using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Children;

/// <summary>
/// A council records a child of its own. It becomes the responsible council of a child whom no other agency knows, or of whom another
/// agency has told its hub; otherwise, or where another council is responsible, only its hub is told: by knowing a child's number a
/// council must not come to see all that others hold. The outcome names the child.
/// </summary>
public sealed class RecordChild(IChildMatcher matcher, IEnumerable<IReasonForTie> reasons, SightChanges sights) : IUseCase<RecordChildInput>
{
    public string Operation => "recordChild";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<RecordChildInput> inputs, CancellationToken cancellationToken)
    {
        var outcomes = new Outcome[inputs.Count];
        var accepted = new List<(int Position, CheckedChild Child)>();
        for (var i = 0; i < inputs.Count; i++)
        {
            var faults = new Faults();
            if (CheckedChild.Read(inputs[i], session.Deed.At, faults) is { } child)
                accepted.Add((i, child));
            else
                outcomes[i] = Outcome.Refused(faults.Refusals);
        }

        var known = await KnownAsync(session, [.. accepted.Select(item => item.Child.LocalReference)], cancellationToken);
        foreach (var (position, _) in accepted.Where(item => !known.Add(item.Child.LocalReference)))
            outcomes[position] = Outcome.Refused(RefusalCode.AlreadyExists,
                "This council has a record under this reference already.", "localReference");
        _ = accepted.RemoveAll(item => outcomes[item.Position] is not null);

        await WriteAsync(session, accepted, outcomes, cancellationToken);
        return outcomes;
    }

    private static async Task<HashSet<CouncilReference>> KnownAsync(
        WriteSession session, List<CouncilReference> references, CancellationToken cancellationToken)
    {
        var council = session.Deed.Caller.Agency;
        var wanted = references.Select(reference => (CouncilReference?)reference).ToList();
        var known = await session.Db.Set<ChildRecord>()
            .Where(record => record.AgencyCode == council && wanted.Contains(record.LocalReference))
            .Select(record => record.LocalReference).ToListAsync(cancellationToken);
        return [.. known.OfType<CouncilReference>()];
    }

    private async Task WriteAsync(
        WriteSession session, List<(int Position, CheckedChild Child)> accepted, Outcome[] outcomes, CancellationToken cancellationToken)
    {
        if (accepted.Count == 0)
            return;

        var claims = accepted.Select(item => new ChildClaim(item.Child.BornOn, item.Child.NhsNumber)).ToList();
        var ids = await matcher.MatchAsync(session.Db, claims, session.Deed, cancellationToken);
        var ties = await LiveTies.ReadAsync(session.Db, ids, cancellationToken);
        var children = await ChildrenAsync(session, ids, cancellationToken);
        var own = await ThoseToTakeOnAsync(session, ids, ties, cancellationToken);
        var watch = sights.Watch(session);
        // Of those whom nobody else knew there is nothing to come to see.
        await watch.LookAsync(own.Where(id => children[id].ResponsibleCouncilCode is null && ties.AreHeldByOthers(id, session.Deed.Caller.Agency.Value)), cancellationToken);
        for (var i = 0; i < accepted.Count; i++)
        {
            var record = RecordOf(accepted[i].Child, ids[i], session.Deed);
            session.Add(record);
            Tie(children[ids[i]], ties, own.Contains(ids[i]), session.Deed);
            session.Announce(new FeedDraft(UpdateKind.ChildRecorded, RecordKind.ChildRecord, record.Id.Value, record.Version,
                record.AgencyCode, record.CouncilCode, record.IsShared, [record.ChildId], session.Deed.At));
            outcomes[accepted[i].Position] = Outcome.Recorded(ids[i].Value);
        }

        await watch.TellAsync(record => record.Kind == RecordKind.Child, cancellationToken);
    }

    private static async Task<Dictionary<ChildId, Child>> ChildrenAsync(
        WriteSession session, IReadOnlyList<ChildId> ids, CancellationToken cancellationToken)
    {
        await session.Db.Set<Child>().AsTracking().Where(child => ids.Contains(child.Id)).LoadAsync(cancellationToken);
        // Those that matching has just added are not in the database yet.
        return session.Db.ChangeTracker.Entries<Child>().Select(entry => entry.Entity)
            .Concat(session.Db.NewRows.Of<Child>()).ToDictionary(child => child.Id);
    }

    /// <summary>Those whom nobody else knows, or of whom somebody else has told the council.</summary>
    private async Task<HashSet<ChildId>> ThoseToTakeOnAsync(
        WriteSession session, IReadOnlyList<ChildId> ids, LiveTies ties, CancellationToken cancellationToken)
    {
        var council = session.Deed.Caller.Agency;
        var own = ids.Where(id => !ties.AreHeldByOthers(id, council.Value)).ToHashSet();
        var told = ids.Where(id => !own.Contains(id) && ties.Holds(id, RelationshipKind.HubArea, council.Value)).ToList();
        foreach (var reason in reasons.Where(reason => told.Count > 0 && reason.Kind == RelationshipKind.HubArea))
            own.UnionWith(await reason.ToldByOthersAmongAsync(session.Db, council, told, cancellationToken));
        return own;
    }

    private static void Tie(Child child, LiveTies ties, bool mayTakeOn, Deed deed)
    {
        var council = deed.Caller.Agency;
        if (child.ResponsibleCouncilCode is null && mayTakeOn)
            child.PlaceUnder(council);

        var kind = child.ResponsibleCouncilCode == council ? RelationshipKind.ResponsibleCouncil : RelationshipKind.HubArea;
        ties.Begin(child.Id, kind, council.Value, deed.At);
    }

    private static ChildRecord RecordOf(CheckedChild child, ChildId id, Deed deed) => new()
    {
        Id = ChildRecordId.New(),
        ChildId = id,
        AgencyCode = deed.Caller.Agency,
        CouncilCode = deed.Caller.Agency,
        IsShared = true,
        LocalReference = child.LocalReference,
        GivenName = child.GivenName,
        Surname = child.Surname,
        BornOn = child.BornOn,
        Sex = child.Sex,
        NhsNumber = child.NhsNumber,
        Upn = child.Upn,
        UsualAddress = child.IsSafe ? null : child.Address,
        SafeAddress = child.IsSafe ? child.Address : null,
        RecordedAt = deed.At,
    };
}
