using AgencyGraph.Feed;

namespace AgencyGraph.Tests.Feed;

/// <summary>What a stream ends with where a test stands in for the engine.</summary>
internal sealed class EndedByFeedException(StreamEnd end) : Exception(end.ToString())
{
    public StreamEnd End => end;
}
