namespace AgencyGraph.Feed;

/// <summary>The answer to a <see cref="StreamRequest"/>: the stream's frames, or why there are none.</summary>
/// <param name="Frames">One update each, in the feed's order; null when refused.</param>
/// <param name="Refusal">Null when opened.</param>
public sealed record OpenedStream(UpdateFrames? Frames, StreamRefusal? Refusal)
{
    internal static OpenedStream Refused(StreamRefusal refusal) => new(null, refusal);
}
