using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.BreakGlass;

/// <summary>
/// Finds whom somebody means who sees none of it. Only records that are shared, and not under their force's consent or a restriction of their own, are
/// looked at: what is withheld opens nothing, and nobody is told of it.
/// </summary>
internal static class SoughtChildren
{
    /// <summary>More than one is too many already; these at most are told.</summary>
    private const int Max = 10;

    public static async Task<IReadOnlyList<SoughtChild>> FindAsync(AgencyDb db, BreakGlassBy by, Caller caller, CancellationToken cancellationToken)
    {
        var found = by switch
        {
            { NhsNumber: { } number } => await ByNhsNumberAsync(db, number, cancellationToken),
            { Upn: { } upn } => await IdsAsync(Records(db).Where(record => record.Upn == upn), cancellationToken),
            { Person: { } person } => await ByPersonAsync(db, person, cancellationToken),
            _ => [],
        };
        var sought = new List<SoughtChild>();
        foreach (var child in found.Take(Max))
            sought.Add(new SoughtChild(child, await CouncilOfAsync(db, child, cancellationToken), await IsHiddenAsync(db, child, caller, cancellationToken)));
        return sought;
    }

    private static IQueryable<ChildRecord> Records(AgencyDb db)
        => db.Set<ChildRecord>().AsNoTracking().Where(record => record.IsShared && !record.NeedsConsent && record.RestrictionId == null);

    /// <summary>By the keys of identity, which are found by their number.</summary>
    private static Task<List<ChildId>> ByNhsNumberAsync(AgencyDb db, NhsNumber number, CancellationToken cancellationToken)
    {
        var keyed = db.Set<IdentityKey>().Where(key => key.NhsNumber == number).Select(key => key.ChildId);
        return IdsAsync(Records(db).Where(record => keyed.Contains(record.ChildId) && record.NhsNumber == number), cancellationToken);
    }

    private static async Task<List<ChildId>> ByPersonAsync(AgencyDb db, SoughtPerson person, CancellationToken cancellationToken)
    {
        var (bornOn, postcode) = (person.BornOn, person.Postcode);
        var records = await Records(db).Where(record => record.BornOn == bornOn && record.UsualAddress!.Postcode == postcode)
            .Select(record => new { record.ChildId, record.GivenName, record.Surname }).ToListAsync(cancellationToken);
        return [.. records.Where(record => IsAlike(record.GivenName, person.GivenName) && IsAlike(record.Surname, person.Surname))
            .Select(record => record.ChildId).Distinct()];
    }

    private static bool IsAlike(string recorded, string sought) => string.Equals(recorded, sought, StringComparison.OrdinalIgnoreCase);

    private static Task<List<ChildId>> IdsAsync(IQueryable<ChildRecord> records, CancellationToken cancellationToken)
        => records.Select(record => record.ChildId).Distinct().Take(Max).ToListAsync(cancellationToken);

    /// <summary>The council responsible; before there is one, that to which the child was told last.</summary>
    private static async Task<AgencyCode> CouncilOfAsync(AgencyDb db, ChildId child, CancellationToken cancellationToken)
        => await db.Set<Child>().Where(row => row.Id == child).Select(row => row.ResponsibleCouncilCode).SingleAsync(cancellationToken)
            ?? await Records(db).Where(record => record.ChildId == child).OrderByDescending(record => record.RecordedAt).ThenByDescending(record => record.Id)
                .Select(record => record.CouncilCode).FirstAsync(cancellationToken);

    /// <summary>Whether a list of names, or a conflict of interest, keeps the child from the caller: no emergency overrules the rules that hold for all.</summary>
    private static async Task<bool> IsHiddenAsync(AgencyDb db, ChildId child, Caller caller, CancellationToken cancellationToken)
    {
        var facts = new RecordFacts(caller.Agency, null, true, [child]);
        var names = await db.Set<Restriction>().AsNoTracking().Where(name => name.ChildId == child).ToListAsync(cancellationToken);
        var ties = await db.Set<Relationship>().AsNoTracking().Where(tie => tie.ChildId == child && tie.To == null).ToListAsync(cancellationToken);
        return !RestrictionRule.Admits(facts, caller, names) || !ConflictRule.Rule.Admits(facts, caller, ties);
    }
}

/// <summary>A child who may be meant.</summary>
/// <param name="Council">That answers for the child.</param>
/// <param name="IsHidden">Whether the caller may not open the child in any emergency.</param>
internal sealed record SoughtChild(ChildId Id, AgencyCode Council, bool IsHidden);
