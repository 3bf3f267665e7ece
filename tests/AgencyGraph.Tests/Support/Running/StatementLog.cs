using System.Collections.Concurrent;
using System.Data.Common;
using AgencyGraph.Feed;
using AgencyGraph.Registrations;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AgencyGraph.Tests.Support.Running;

/// <summary>What a server sends to its database, one entry a command.</summary>
public sealed class StatementLog : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> sent = new();

    private int streamStarts;

    public IReadOnlyList<string> Sent => [.. sent];

    /// <summary>How many streams have taken their place in the feed: from then on nothing that commits is missed. The pump's own reads do not count.</summary>
    public int StreamStarts => Volatile.Read(ref streamStarts);

    public void Clear() => sent.Clear();

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        // Without a row there is no head yet, and the stream asks again once it has made one.
        if (command.CommandText.Contains(FeedReader.StreamStart, StringComparison.Ordinal) && result.HasRows)
            _ = Interlocked.Increment(ref streamStarts);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Note(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Note(command);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    /// <summary>But not what the server asks every second, whatever it is asked itself.</summary>
    private void Note(DbCommand command)
    {
        if (!command.CommandText.Contains(RegisteredAgencies.Upkeep, StringComparison.Ordinal))
            sent.Enqueue(command.CommandText);
    }
}
