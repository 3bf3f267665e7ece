using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Children;

/// <summary>Begins to watch who sees what about some children, for a use case that may give it to somebody or take it away.</summary>
public sealed class SightChanges(IEnumerable<IRecordsOfChildren> features)
{
    public SightWatch Watch(WriteSession session) => new(session, [.. features]);
}
