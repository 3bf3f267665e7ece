namespace AgencyGraph.Feed;

/// <summary>What a bookmark says of itself, as text of the graph.</summary>
public sealed record BookmarkWords(string Id, string At);
