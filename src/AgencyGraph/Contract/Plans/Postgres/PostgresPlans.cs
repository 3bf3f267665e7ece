using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyGraph.Contract.Plans.Postgres;

/// <summary>Plans on PostgreSQL: one statement a level for all the rows above it, prepared by the driver, read in one snapshot.</summary>
internal sealed class PostgresPlans(NpgsqlDataSource source) : IPlanStore
{
    public bool RunsForManyKeys => true;

    public DbCommand Rows(AgencyDb db, Level level, IReadOnlyList<Expression> columns, object? key, int? take)
        => Create(nameof(TypedRows), level, [db, level, columns, key, take]);

    public DbCommand Total(AgencyDb db, Level level, object? key) => Create(nameof(TypedTotal), level, [db, level, key]);

    public object Stored(object value) => value switch
    {
        string or Guid or DateTime => value,
        _ => value.GetType().GetProperty("Value")?.GetValue(value) is { } inner ? Stored(inner) : value,
    };

    public async ValueTask<ReadOnlyMemory<byte>?> RunAsync(
        Plan plan, Caller caller, object?[] arguments, PageSeal seal, ShownRecords shown, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var run = new PostgresRun(caller, arguments, seal, shown, plan.MaxBytes);
        foreach (var level in plan.Levels)
            await run.ReadAsync(level, null, connection, cancellationToken);
        var answer = plan.Write(run);
        return run.IsHidden ? (ReadOnlyMemory<byte>?)null : answer;
    }

    private static DbCommand Create(string method, Level level, object?[] arguments)
        => (DbCommand)typeof(PostgresPlans).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(level.Row.Type, level.Key?.Type ?? typeof(int)).Invoke(null, arguments)!;

    private static DbCommand TypedRows<TRow, TKey>(AgencyDb db, Level level, IReadOnlyList<Expression> columns, object? key, int? take)
        where TRow : class
        where TKey : notnull
        => new LevelQuery<TRow, TKey>(level, Keys<TKey>(key)).Rows(db.Set<TRow>().AsNoTracking(), take, columns).CreateDbCommand();

    private static DbCommand TypedTotal<TRow, TKey>(AgencyDb db, Level level, object? key)
        where TRow : class
        where TKey : notnull
        => new LevelQuery<TRow, TKey>(level, Keys<TKey>(key)).Totals(db.Set<TRow>().AsNoTracking()).CreateDbCommand();

    private static List<TKey>? Keys<TKey>(object? key) => key is null ? null : [(TKey)key];
}
