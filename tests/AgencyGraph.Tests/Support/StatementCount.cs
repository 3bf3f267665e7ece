using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AgencyGraph.Tests.Support;

/// <summary>Counts the readers that contexts open: each is a query, or a batch of changes.</summary>
public sealed class StatementCount : DbCommandInterceptor
{
    private int total;

    public int Total => total;

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        _ = Interlocked.Increment(ref total);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        _ = Interlocked.Increment(ref total);
        return ValueTask.FromResult(result);
    }
}
