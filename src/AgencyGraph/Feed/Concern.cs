using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>
/// Whom an entry can possibly concern: its originator, its council, whoever holds a live relationship with one of its children, and who is
/// named on a restriction; where it tells of a change, also those of before. For each agency, the subjects who are meant in person.
/// </summary>
internal static class Concern
{
    public static Dictionary<string, HashSet<string>> Of(FeedEntry entry, Sight now)
    {
        var subjectsByAgency = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var holder in HoldersOf(entry, now))
        {
            var slash = holder.IndexOf('/', StringComparison.Ordinal);
            var agency = slash < 0 ? holder : holder[..slash];
            if (!subjectsByAgency.TryGetValue(agency, out var subjects))
                subjectsByAgency[agency] = subjects = new HashSet<string>(StringComparer.Ordinal);
            if (slash >= 0)
                _ = subjects.Add(holder[(slash + 1)..]);
        }

        return subjectsByAgency;
    }

    public static IEnumerable<string> HoldersOf(FeedEntry entry, Sight now)
        => entry.Change is { } change ? now.Holders.Concat(change.Before.Holders).Concat(change.After?.Holders ?? []) : now.Holders;
}
