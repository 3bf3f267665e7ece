using System.Data.Common;
using System.Linq.Expressions;
using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Plans.Sqlite;

/// <summary>Plans on the embedded database: a prepared statement a row above.</summary>
internal sealed class SqlitePlans(PreparedConnections connections) : IPlanStore
{
    public bool RunsForManyKeys => false;

    public DbCommand Rows(AgencyDb db, Level level, IReadOnlyList<Expression> columns, object? key, int? take)
        => KeyedStatement.Rows(db, level, columns, key, take);

    public DbCommand Total(AgencyDb db, Level level, object? key) => KeyedStatement.Total(db, level, key);

    public object Stored(object value) => value switch
    {
        string or byte[] or long => value,
        DateTime instant => (instant.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond,
        Guid id => id.ToByteArray(true),
        _ => value.GetType().GetProperty("Value")?.GetValue(value) is { } inner ? Stored(inner) : value,
    };

    public ValueTask<ReadOnlyMemory<byte>?> RunAsync(
        Plan plan, Caller caller, object?[] arguments, PageSeal seal, ShownRecords shown, CancellationToken cancellationToken)
        => new(connections.Use((plan, caller, arguments, seal, shown, cancellationToken), static (connection, asked) =>
        {
            connection.Begin(asked.plan.NeedsSnapshot);
            var run = new SqliteRun(connection, asked.caller, asked.arguments, asked.seal, asked.shown, asked.cancellationToken);
            var answer = asked.plan.Write(run);
            connection.End(asked.plan.NeedsSnapshot);
            return run.IsHidden ? (ReadOnlyMemory<byte>?)null : answer;
        }));
}
