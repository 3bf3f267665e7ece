using System.Data.Common;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore.Storage;

namespace AgencyGraph.Contract.Writes;

/// <summary>
/// For a database with one writer: what queued up while the last commit ran shares one transaction and one wait for the disk. Each
/// request has its savepoint, its outcomes and its error. Nobody is answered before the commit has returned.
/// </summary>
internal sealed partial class GroupCommits(IWriteTransactions transactions, FeedAppender feed, IStorageEngine storage, ContractMeter meter, ILogger<GroupCommits> log)
    : ICommitter, IThreadPoolWorkItem
{
    private const string Savepoint = "request";

    private readonly WriteQueues queues = new();

    public async Task CommitAsync(WriteWork work, CancellationToken cancellationToken)
    {
        var write = new WaitingWrite(work);
        await using var calledOff = cancellationToken.UnsafeRegister(
            static (state, token) => ((WaitingWrite)state!).CallOff(token), write); // The state is the write.
        if (queues.Add(write))
            _ = ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        await write.Answer;
    }

    void IThreadPoolWorkItem.Execute() => _ = WorkAsync();

    private async Task WorkAsync()
    {
        while (queues.Next() is { Count: > 0 } group)
        {
            await WriteAsync(group);
            foreach (var write in group)
                write.Reply();
        }
    }

    private async Task WriteAsync(IReadOnlyList<WaitingWrite> group)
    {
        try
        {
            await CommitAsync(group);
        }
        catch (Exception exception) when (group.Count > 1 && WriteFault.Of(exception, storage) != StorageFault.Unavailable)
        {
            // The statements that are common to the group failed on something of one request's: who it is shows when each goes alone.
            LogGroupApart(Fault.Describe(exception), group.Count);
            foreach (var write in group.Where(write => write.Failure is null))
                await WriteAsync([write]);
        }
        catch (Exception exception)
        {
            foreach (var write in group)
                write.Fail(exception);
        }
    }

    private async Task CommitAsync(IReadOnlyList<WaitingWrite> group)
    {
        // A request whose turn has come is carried out: none of the group can call it off for the others.
        await using var transaction = await transactions.BeginAsync(CancellationToken.None);
        var savepoints = transaction.Db.Database.CurrentTransaction
            ?? throw new InvalidOperationException("A write transaction's context is enlisted in it.");
        transaction.Db.Database.AutoSavepointsEnabled = false;
        foreach (var write in group)
            await ExecuteAsync(write, transaction, savepoints);

        var written = group.Where(write => write.Failure is null && write.Work.HasWritten).ToList();
        if (written.Count == 0)
            return;

        await feed.AppendAsync(
            transaction.Db, [.. written.SelectMany(write => write.Work.Drafts)], written.Any(write => write.Work.RaisesPolicyEpoch), CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        meter.Committed(written.Count);
    }

    private static async Task ExecuteAsync(WaitingWrite write, IWriteTransaction transaction, IDbContextTransaction savepoints)
    {
        await savepoints.CreateSavepointAsync(Savepoint);
        try
        {
            await write.Work.ExecuteAsync(transaction.Db, CancellationToken.None);
        }
        catch (Exception exception)
        {
            await UndoAsync(savepoints, exception);
            write.Fail(exception);
        }

        await savepoints.ReleaseSavepointAsync(Savepoint);
        transaction.Db.Forget();
    }

    /// <exception cref="UnavailableException">The database gave up the whole transaction, not only a statement of it.</exception>
    private static async Task UndoAsync(IDbContextTransaction savepoints, Exception cause)
    {
        try
        {
            await savepoints.RollbackToSavepointAsync(Savepoint);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            throw new UnavailableException("The transaction is gone.", cause);
        }
    }

    [LoggerMessage(7104, LogLevel.Warning, "{Count} write requests could not be committed together; each is written by itself: {Cause}")]
    private partial void LogGroupApart(string cause, int count);
}
