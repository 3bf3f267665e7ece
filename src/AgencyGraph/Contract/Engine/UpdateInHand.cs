using AgencyGraph.Contract.Reading;
using AgencyGraph.Feed;

namespace AgencyGraph.Contract.Engine;

/// <summary>The entry that is being rendered, with its record as read for each selection of it; shown only if it was read under today's policy.</summary>
internal sealed class UpdateInHand(FeedEntry? entry)
{
    /// <summary>A bookmark has none.</summary>
    public bool IsBookmark => entry is null;

    public FeedEntry Entry => entry ?? throw new InvalidOperationException("A bookmark is about no entry.");

    public bool IsShown { get; set; }

    public Dictionary<string, Row?> Records { get; } = [];
}
