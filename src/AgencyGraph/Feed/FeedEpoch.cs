using System.Security.Cryptography;
using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Feed;

/// <summary>Begins a new history of the feed: what has been restored goes on in another way than consumers know.</summary>
public static class FeedEpoch
{
    /// <summary>Changes the epoch: every cursor made so far is answered <c>CURSOR_EPOCH_CHANGED</c>.</summary>
    /// <returns>What the feed holds; null where it has not begun, and no cursor was ever made.</returns>
    public static async Task<FeedExtent?> RenewAsync(AgencyDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var epoch = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
        if (await db.Database.ExecuteSqlAsync($"UPDATE feed_head SET epoch = {epoch} WHERE id = {FeedHead.OnlyId}", cancellationToken) == 0)
            return null;

        var head = await db.Set<FeedHead>().AsNoTracking().SingleAsync(cancellationToken);
        var last = await db.Set<FeedEntry>().AsNoTracking().OrderByDescending(entry => entry.Position).FirstOrDefaultAsync(cancellationToken);
        return new FeedExtent(head.Head, last?.RecordedAt);
    }
}
