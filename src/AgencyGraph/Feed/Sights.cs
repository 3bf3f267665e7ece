using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>What decides now who sees some entries' records, as one read found it.</summary>
internal sealed class Sights(IEnumerable<Relationship> relationships, IEnumerable<Restriction> restrictions)
{
    private readonly ILookup<ChildId, Relationship> ties = relationships.ToLookup(tie => tie.ChildId);
    private readonly ILookup<Guid, Restriction> names = restrictions.ToLookup(name => name.RecordId);

    public static Sights None { get; } = new([], []);

    public Sight Of(FeedEntry entry)
    {
        var own = names[entry.RecordId];
        return new Sight(
            entry.Facts with { Restriction = own.Any() ? entry.RecordId : null },
            [.. entry.Children.Distinct().SelectMany(child => ties[child])],
            [.. own.Concat(entry.Children.Distinct().Where(child => child.Value != entry.RecordId).SelectMany(child => names[child.Value]))]);
    }
}
