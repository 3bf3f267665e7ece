using AgencyGraph.Feed;
using AgencyGraph.Visibility;

namespace AgencyGraph.BreakGlass;

/// <summary>A step of a break-glass, as the feed tells it.</summary>
internal static class Announcement
{
    /// <param name="occurredAt">When what it tells happened.</param>
    public static FeedDraft Of(UpdateKind kind, BrokenGlass glass, DateTime occurredAt)
    {
        // So that the entry names the worker, who is told of their own.
        var sight = new Sight(FactsOf(glass), [], []);
        return new FeedDraft(
            kind, RecordKind.BreakGlass, glass.Id.Value, glass.Version, glass.OriginatorCode, glass.CouncilCode, true, sight.Facts.Children, occurredAt)
        { Change = new SightChange(sight, sight) };
    }

    public static RecordFacts FactsOf(BrokenGlass glass)
        => new(glass.OriginatorCode, glass.CouncilCode, true, glass.ChildId == default ? [] : [glass.ChildId]) { Worker = glass.Worker };
}
