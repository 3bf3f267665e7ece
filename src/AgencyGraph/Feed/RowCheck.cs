using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>The role's row rule on an entry's labels. It spares renderings that show nothing; the renderer has the last word.</summary>
internal static class RowCheck
{
    private static readonly AgencyCode NoOne = new("");

    /// <param name="now">What decides today who sees the entry's record.</param>
    public static bool Admits(FeedEntry entry, Caller viewer, Sight now) => entry switch
    {
        { Change: null } => now.Admits(entry.RecordKind, viewer),
        { Kind: UpdateKind.RecordWithdrawn or UpdateKind.RecordErased } => entry.Change.Loses(entry.RecordKind, viewer),
        { Kind: UpdateKind.RecordVisible } => entry.Change.Gains(entry.RecordKind, viewer) && now.Admits(entry.RecordKind, viewer),
        // What changed is for those who had it as it was before.
        _ => entry.Change.Before.Admits(entry.RecordKind, viewer) && now.Admits(entry.RecordKind, viewer),
    };

    /// <summary>
    /// Whether the viewer may know that the entry is about this child: they see the child, and where the record is an incident also the
    /// child's part in it, which is governed as a record of the child. Of what is withdrawn from them they may know what they knew.
    /// </summary>
    public static bool Shows(FeedEntry entry, ChildId child, Caller viewer, Sight now)
    {
        var sight = (entry is { Kind: UpdateKind.RecordWithdrawn or UpdateKind.RecordErased, Change: { } change } ? change.Before : now).About(child);
        return (sight with { Facts = new RecordFacts(NoOne, null, true, [child]) }).Admits(RecordKind.Child, viewer)
            && (entry.RecordKind != RecordKind.Incident || sight.Admits(RecordKind.ChildRecord, viewer));
    }
}
