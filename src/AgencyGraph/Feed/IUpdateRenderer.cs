using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>Turns an entry into one subscription's payload. The feed knows neither the document nor the engine that executes it.</summary>
public interface IUpdateRenderer
{
    /// <summary>
    /// Executes the subscription's selection against the current record, under today's policy in the database.
    /// </summary>
    /// <param name="viewer">
    /// As whom to execute. It is not always the subscriber: what a whole audience receives is rendered as a member of their agency
    /// and role with no relationship of their own, so that nobody's own allocations reach the others' screens.
    /// </param>
    /// <returns>Null where the viewer may not see it: nothing is then sent.</returns>
    ValueTask<UpdateTemplate?> RenderAsync(FeedEntry entry, Caller viewer, CancellationToken cancellationToken);

    /// <summary>Executes the subscription's selection for a bookmark, which has no record; its own values are slots.</summary>
    ValueTask<UpdateTemplate> RenderBookmarkAsync(CancellationToken cancellationToken);

    /// <summary>What goes into the slots of one bookmark.</summary>
    BookmarkWords WordsOf(Guid bookmarkId, DateTime at);

    /// <summary>What the stream ends with, in words that its reader is told.</summary>
    Exception Ending(StreamEnd end);

    /// <summary>Whether what went wrong goes wrong each time: the stream then ends with it. Anything else is tried again.</summary>
    bool IsFinal(Exception exception);
}
