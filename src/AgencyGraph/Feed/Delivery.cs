namespace AgencyGraph.Feed;

/// <summary>An entry on its way to one stream, rendered.</summary>
/// <param name="PolicyEpoch">Under which it was decided that the stream may see it, or a lower one.</param>
internal readonly record struct Delivery(long Position, UpdateTemplate Template, long PolicyEpoch);
