using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>One rendering of an entry and the streams that share it.</summary>
internal sealed record Showing(Caller Viewer, IReadOnlyList<Seat> Seats)
{
    public IUpdateRenderer Renderer => Seats[0].Request.Renderer;
}
