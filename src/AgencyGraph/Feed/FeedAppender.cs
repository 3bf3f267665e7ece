using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Feed;

/// <summary>
/// Puts facts into the feed in the transaction of the facts themselves. It is the last thing that a transaction does before its
/// commit: from here on it holds the head, so positions are dense and in commit order. After the commit, call
/// <see cref="FeedSignal.Wake"/>.
/// </summary>
public sealed class FeedAppender(TimeProvider clock, IStorageEngine storage)
{
    public Task AppendAsync(AgencyDb db, IReadOnlyList<FeedDraft> drafts, CancellationToken cancellationToken)
        => AppendAsync(db, drafts, raisesPolicyEpoch: false, cancellationToken);

    /// <param name="raisesPolicyEpoch">Whether somebody ceases to see something, or to be let in: see <see cref="FeedHead.PolicyEpoch"/>.</param>
    public async Task AppendAsync(AgencyDb db, IReadOnlyList<FeedDraft> drafts, bool raisesPolicyEpoch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(drafts);
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A fact and its feed entry are one transaction: begin it first.");
        if (drafts.Count == 0 && !raisesPolicyEpoch)
            return;

        // What is still unsaved must not be written while the head is held.
        _ = await db.SaveChangesAsync(cancellationToken);

        var raise = raisesPolicyEpoch ? 1 : 0;
        var recordedAt = clock.UtcInstant();
        if (await TryAppendAsync(db, drafts, raise, recordedAt, cancellationToken))
            return;

        await FeedHeads.EnsureAsync(db, cancellationToken);
        if (!await TryAppendAsync(db, drafts, raise, recordedAt, cancellationToken))
            throw new InvalidOperationException("The feed's head was made and is not there.");
    }

    private Task<bool> TryAppendAsync(
        AgencyDb db, IReadOnlyList<FeedDraft> drafts, int raise, DateTime recordedAt, CancellationToken cancellationToken)
        => db.Database.IsNpgsql() && drafts.Count > 0
            ? HeadAndEntries.TryAppendAsync(db, drafts, raise, recordedAt, cancellationToken)
            : TryAppendRowsAsync(db, drafts, raise, recordedAt, cancellationToken);

    private async Task<bool> TryAppendRowsAsync(
        AgencyDb db, IReadOnlyList<FeedDraft> drafts, int raise, DateTime recordedAt, CancellationToken cancellationToken)
    {
        if (await TryAdvanceAsync(db, drafts.Count, raise, cancellationToken) is not { } head)
            return false;

        var position = head - drafts.Count;
        db.NewRows.AddRange(drafts.Select(draft => FeedEntry.From(draft, ++position, recordedAt)));
        await storage.InsertAsync(db, cancellationToken);
        return true;
    }

    private static async Task<long?> TryAdvanceAsync(AgencyDb db, int count, int raise, CancellationToken cancellationToken)
    {
        var heads = await db.Database
            .SqlQuery<long>($"UPDATE feed_head SET head = head + {count}, policy_epoch = policy_epoch + {raise} WHERE id = 1 RETURNING head AS \"Value\"")
            .ToListAsync(cancellationToken);
        return heads.Count == 1 ? heads[0] : null;
    }
}
