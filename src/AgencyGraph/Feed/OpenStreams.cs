using System.Collections.Concurrent;

namespace AgencyGraph.Feed;

/// <summary>Every stream that is being read.</summary>
internal sealed class OpenStreams
{
    private readonly ConcurrentDictionary<UpdateFrames, bool> streams = new();

    public IEnumerable<UpdateFrames> All => streams.Select(pair => pair.Key);

    public void Add(UpdateFrames stream) => streams[stream] = true;

    public void Remove(UpdateFrames stream) => streams.TryRemove(stream, out _);
}
