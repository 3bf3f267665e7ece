using AgencyGraph.Agencies;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>Everybody for whom a change of sight can make a difference: in each role, any member of each agency concerned, and who is meant in person.</summary>
internal static class Viewers
{
    public static IEnumerable<Caller> Of(SightChange change)
        => change.Before.Holders.Concat(change.After?.Holders ?? []).Distinct(StringComparer.Ordinal).SelectMany(Of);

    private static IEnumerable<Caller> Of(string holder)
    {
        var slash = holder.IndexOf('/', StringComparison.Ordinal);
        var (agency, subject) = slash < 0 ? (holder, "") : (holder[..slash], holder[(slash + 1)..]);
        return Grants.All.Values.Select(grant => new Caller(subject, new AgencyCode(agency), grant.Role, grant.Purposes[0]));
    }
}
