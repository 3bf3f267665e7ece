using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AgencyGraph.Storage;

/// <summary>A read transaction; it ends when disposed, which must be before its context is.</summary>
public sealed class ReadSnapshot : IAsyncDisposable
{
    private readonly AgencyDb db;
    private readonly IDbContextTransaction transaction;
    private readonly DbTransaction? borrowed;

    private ReadSnapshot(AgencyDb db, IDbContextTransaction transaction, DbTransaction? borrowed)
        => (this.db, this.transaction, this.borrowed) = (db, transaction, borrowed);

    internal static ReadSnapshot Of(AgencyDb db, IDbContextTransaction transaction) => new(db, transaction, borrowed: null);

    /// <summary>Over a transaction that EF did not begin and so would not end; the connection was opened for it alone.</summary>
    internal static async Task<ReadSnapshot> OfBorrowedAsync(AgencyDb db, DbTransaction borrowed, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.UseTransactionAsync(borrowed, cancellationToken)
            ?? throw new InvalidOperationException("EF Core did not take up the transaction.");
        return new ReadSnapshot(db, transaction, borrowed);
    }

    public async ValueTask DisposeAsync()
    {
        if (borrowed is null)
        {
            await transaction.DisposeAsync();
            return;
        }

        await borrowed.DisposeAsync();
        await transaction.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}
