using AgencyGraph.Feed;

namespace AgencyGraph.Contract.Writes;

/// <summary>
/// For a database with many writers: each request has its transaction, and the feed's head is the last that it locks. This node's
/// requests queue for that here, in their order: among many that wait at the database, some would wait beyond their limit.
/// </summary>
internal sealed class OwnTransactions(IWriteTransactions transactions, FeedAppender feed) : ICommitter, IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task CommitAsync(WriteWork work, CancellationToken cancellationToken)
    {
        await using var transaction = await transactions.BeginAsync(cancellationToken);
        await work.ExecuteAsync(transaction.Db, cancellationToken);
        if (work.HasWritten)
            await EndAsync(transaction, work, cancellationToken);
    }

    public void Dispose() => turn.Dispose();

    private async Task EndAsync(IWriteTransaction transaction, WriteWork work, CancellationToken cancellationToken)
    {
        // Nobody who has the turn waits for a row of somebody's who has not: the head is all that is still to be locked.
        await turn.WaitAsync(cancellationToken);
        try
        {
            await feed.AppendAsync(transaction.Db, work.Drafts, work.RaisesPolicyEpoch, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            _ = turn.Release();
        }
    }
}
