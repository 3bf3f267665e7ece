using Microsoft.EntityFrameworkCore.Storage;

namespace AgencyGraph.Storage;

/// <summary>A write transaction: kept if committed, undone if only disposed. Dispose it before its context.</summary>
public sealed class WriteTransaction(IDbContextTransaction transaction, SemaphoreSlim? turn = null) : IAsyncDisposable
{
    private bool isDisposed;

    /// <summary>Calling it off is heeded before the commit, not during it: the outcome would be unknown.</summary>
    public Task CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return transaction.CommitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
            return;

        isDisposed = true;
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            _ = turn?.Release();
        }
    }
}
