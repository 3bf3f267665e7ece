namespace AgencyGraph.Feed;

/// <summary>What comes next in the feed.</summary>
/// <param name="Entries">Consecutive, the first one right after the position asked for.</param>
/// <param name="PolicyEpoch">As it was when the entries were read.</param>
/// <param name="HoleAt">The first position that is missing though later ones are there; null where none is.</param>
internal sealed record FeedPage(IReadOnlyList<FeedEntry> Entries, long PolicyEpoch, long? HoleAt);
