using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Children;

/// <summary>
/// The same NHS number and the same date of birth: the same child. Anything less: the child of the former revision, or a new one. Where another writer has just made the
/// same child, saving fails on the unique <see cref="IdentityKey"/>, and the work is done again.
/// </summary>
public sealed class NhsNumberMatcher(IStorageEngine storage) : IChildMatcher
{
    private static readonly CompiledQuery<Func<AgencyDb, NhsNumber, string, IAsyncEnumerable<KnownKey>>> ByNumber = new(
        () => EF.CompileAsyncQuery((AgencyDb db, NhsNumber number, string holder)
            => db.Set<IdentityKey>().Where(key => key.NhsNumber == number).OrderBy(key => key.Lane).Select(key => new KnownKey(
                key.NhsNumber, key.BornOn, key.Lane, key.ChildId,
                (db.Set<Restriction>().Any(name => name.ChildId == key.ChildId)
                    && !db.Set<Restriction>().Any(name => name.ChildId == key.ChildId && name.Holder == holder))
                || db.Set<Relationship>().Any(tie => tie.To == null && tie.ChildId == key.ChildId
                    && tie.Kind == RelationshipKind.ConflictOfInterest && tie.Holder == holder)))));

    private static readonly RowProbe<IdentityKey> Any = new(nameof(IdentityKey.NhsNumber));

    public async Task<IReadOnlyList<ChildId>> MatchAsync(
        AgencyDb db, IReadOnlyList<ChildClaim> claims, Deed deed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(deed);
        var known = await FindKnownAsync(db, claims, deed.Caller.WorkerHolder, cancellationToken);
        return [.. claims.Select(claim => MatchOne(db, claim, known, deed.At))];
    }

    private static ChildId MatchOne(AgencyDb db, ChildClaim claim, Dictionary<(NhsNumber, DateOnly), KnownChild> known, DateTime at)
    {
        var key = KeyOf(claim);
        var standing = key is { } sought ? known.GetValueOrDefault(sought) : default;
        if (standing.Id is { } found)
            return found;

        var id = claim.Former ?? New(db, at);
        if (key is { } own)
        {
            known[own] = new KnownChild(id, standing.NextLane + 1);
            db.NewRows.Add(new IdentityKey { NhsNumber = own.NhsNumber, BornOn = own.BornOn, Lane = standing.NextLane, ChildId = id });
        }

        return id;
    }

    private static ChildId New(AgencyDb db, DateTime at)
    {
        var child = new Child { Id = ChildId.New(), RecordedAt = at };
        db.NewRows.Add(child);
        return child.Id;
    }

    /// <summary>Children of this unit of work, not yet saved, and for the rest one query, however many the claims.</summary>
    private async Task<Dictionary<(NhsNumber, DateOnly), KnownChild>> FindKnownAsync(
        AgencyDb db, IReadOnlyList<ChildClaim> claims, string holder, CancellationToken cancellationToken)
    {
        var known = db.NewRows.Of<IdentityKey>().ToDictionary(key => (key.NhsNumber, key.BornOn), key => new KnownChild(key.ChildId, key.Lane + 1));
        var numbers = claims.Select(KeyOf).OfType<(NhsNumber NhsNumber, DateOnly BornOn)>()
            .Where(key => !known.ContainsKey(key)).Select(key => key.NhsNumber).Distinct().ToList();
        if (numbers.Count == 0 || (numbers.Count == 1 && !await Any.FindsAsync(storage, db, cancellationToken, numbers[0])))
            return known;

        // A number with another date of birth comes along, and matches nothing.
        var stored = numbers.Count == 1
            ? ByNumber.For(db)(db, numbers[0], holder)
            : db.Set<IdentityKey>().Where(key => numbers.Contains(key.NhsNumber)).OrderBy(key => key.Lane).Select(key => new KnownKey(
                key.NhsNumber, key.BornOn, key.Lane, key.ChildId,
                (db.Set<Restriction>().Any(name => name.ChildId == key.ChildId)
                    && !db.Set<Restriction>().Any(name => name.ChildId == key.ChildId && name.Holder == holder))
                || db.Set<Relationship>().Any(tie => tie.To == null && tie.ChildId == key.ChildId
                    && tie.Kind == RelationshipKind.ConflictOfInterest && tie.Holder == holder))).AsAsyncEnumerable();
        await foreach (var key in stored.WithCancellation(cancellationToken))
        {
            // Of several, the first whom the writer may know of.
            var standing = known.GetValueOrDefault((key.NhsNumber, key.BornOn), new KnownChild(null, 0));
            known[(key.NhsNumber, key.BornOn)] = new KnownChild(
                standing.Id ?? (key.IsHidden ? null : key.ChildId), Math.Max(standing.NextLane, key.Lane + 1));
        }

        return known;
    }

    private static (NhsNumber NhsNumber, DateOnly BornOn)? KeyOf(ChildClaim claim)
        => claim is { NhsNumber: { } number, BornOn: { } bornOn } ? (number, bornOn) : null;

    private sealed record KnownKey(NhsNumber NhsNumber, DateOnly BornOn, int Lane, ChildId ChildId, bool IsHidden);

    /// <param name="Id">Null where all of the number are hidden from the writer.</param>
    private readonly record struct KnownChild(ChildId? Id, int NextLane);
}
