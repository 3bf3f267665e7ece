using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Feed;

/// <summary>Reads the feed's head, and makes it when there is none yet.</summary>
internal static class FeedHeads
{
    public static async Task<FeedHead> ReadAsync(AgencyDb db, CancellationToken cancellationToken)
    {
        var head = await FindAsync(db, cancellationToken);
        if (head is not null)
            return head;

        await EnsureAsync(db, cancellationToken);
        return await FindAsync(db, cancellationToken) ?? throw new InvalidOperationException("The feed's head was made and is not there.");
    }

    /// <summary>Nodes that start together all come here; the first one's row stands.</summary>
    public static async Task EnsureAsync(AgencyDb db, CancellationToken cancellationToken)
    {
        var first = FeedHead.First();
        _ = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO feed_head (id, head, purged_up_to, epoch, cursor_key, policy_epoch)
            VALUES ({first.Id}, {first.Head}, {first.PurgedUpTo}, {first.Epoch}, {first.CursorKey}, {first.PolicyEpoch})
            ON CONFLICT (id) DO NOTHING
            """,
            cancellationToken);
    }

    /// <summary>Null when there is none yet.</summary>
    public static Task<FeedHead?> FindAsync(AgencyDb db, CancellationToken cancellationToken)
        => db.Set<FeedHead>().AsNoTracking().SingleOrDefaultAsync(head => head.Id == FeedHead.OnlyId, cancellationToken);
}
