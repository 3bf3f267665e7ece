using System.Globalization;
using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Incidents;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Referrals;

/// <summary>The records that a batch of referrals names, so far as the caller may see them, read once.</summary>
internal sealed class ReferralGrounds(
    HashSet<ChildId> children, Dictionary<IncidentId, Ground> incidents, HashSet<(AgencyCode To, string Reference)> references)
{
    public IReadOnlyCollection<ChildId> Children => children;

    /// <summary>References that the caller's agency has used already, for each council.</summary>
    public HashSet<(AgencyCode To, string Reference)> References => references;

    /// <param name="wanted">The references of those that are not at fault, as they would be recorded.</param>
    public static async Task<ReferralGrounds> ReadAsync(
        IVisibleRecords records, WriteSession session, IReadOnlyList<ReferralToMake> inputs, IReadOnlyList<string> wanted,
        CancellationToken cancellationToken)
    {
        var (db, caller) = (session.Db, session.Deed.Caller);
        var childIds = inputs.SelectMany(input => input.Children).Distinct().ToList();
        var children = await records.Of<Child>(db, caller)
            .Where(child => childIds.Contains(child.Id)).Select(child => child.Id).ToListAsync(cancellationToken);

        var incidentIds = inputs.SelectMany(input => input.Incidents).Distinct().ToList();
        var incidents = incidentIds.Count == 0 ? [] : await records.Of<Incident>(db, caller)
            .Where(incident => incidentIds.Contains(incident.Id))
            .ToDictionaryAsync(incident => incident.Id, incident => new Ground(incident.Sharing, incident.NeedsConsent && incident.ForceCode != caller.Agency), cancellationToken);

        var references = wanted.Count == 0 ? [] : await db.Set<Referral>()
            .Where(referral => referral.FromCode == caller.Agency && wanted.Contains(referral.Reference!))
            .Select(referral => new { referral.ToCode, referral.Reference }).ToListAsync(cancellationToken);
        return new ReferralGrounds([.. children], incidents, [.. references.Select(used => (used.ToCode, used.Reference!))]);
    }

    public IReadOnlyList<Refusal> RefusalsOf(ReferralToMake input)
    {
        var refusals = new List<Refusal>();
        for (var i = 0; i < input.Children.Count; i++)
        {
            if (!children.Contains(input.Children[i]))
                refusals.Add(new Refusal(RefusalCode.NotFound, "There is no such child.", Place("children", i)));
        }

        for (var i = 0; i < input.Incidents.Count; i++)
        {
            if (!incidents.TryGetValue(input.Incidents[i], out var ground))
                refusals.Add(new Refusal(RefusalCode.NotFound, "There is no such incident.", Place("incidents", i)));
            else if (ground.Sharing == Sharing.Withheld)
                refusals.Add(new Refusal(RefusalCode.WrongStage,
                    "The incident is withheld; share it first, or leave it out.", Place("incidents", i)));
            else if (ground.NeedsConsent)
                refusals.Add(new Refusal(RefusalCode.OriginatorConsentRequired,
                    "The force must agree before this incident goes further; ask the force, or leave it out.", Place("incidents", i)));
        }

        return refusals;
    }

    private static string[] Place(string list, int index) => [list, index.ToString(CultureInfo.InvariantCulture)];
}

/// <summary>An incident on which a referral may rest.</summary>
/// <param name="NeedsConsent">Whether another agency must agree before the caller passes it on.</param>
internal readonly record struct Ground(Sharing Sharing, bool NeedsConsent);
