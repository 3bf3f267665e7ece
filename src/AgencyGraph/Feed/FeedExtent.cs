namespace AgencyGraph.Feed;

/// <summary>How much a feed holds.</summary>
/// <param name="Entries">How many facts were ever put into it.</param>
/// <param name="LastRecordedAt">When the exchange recorded the last of them; null where there is none.</param>
public sealed record FeedExtent(long Entries, DateTime? LastRecordedAt);
