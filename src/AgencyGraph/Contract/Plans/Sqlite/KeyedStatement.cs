using System.Data.Common;
using System.Linq.Expressions;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Contract.Plans.Sqlite;

/// <summary>Has EF translate one level, once: for one key of the row above, so that SQLite runs it row by row on its prepared statement.</summary>
internal static class KeyedStatement
{
    public static DbCommand Rows(AgencyDb db, Level level, IReadOnlyList<Expression> columns, object? key, int? take)
        => Create(nameof(TypedRows), level, [db, level, columns, key, take]);

    public static DbCommand Total(AgencyDb db, Level level, object? key) => Create(nameof(TypedTotal), level, [db, level, key]);

    private static DbCommand Create(string method, Level level, object?[] arguments)
        => (DbCommand)typeof(KeyedStatement).GetMethod(method, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(level.Row.Type).Invoke(null, arguments)!;

    private static DbCommand TypedRows<TRow>(AgencyDb db, Level level, IReadOnlyList<Expression> columns, object? key, int? take)
        where TRow : class
    {
        var rows = Where(db.Set<TRow>().AsNoTracking(), level, level.Conditions, key);
        var ordered = rows.Expression;
        for (var i = 0; i < level.Order.Count; i++)
        {
            var (by, isDescending) = level.Order[i];
            ordered = Expression.Call(
                typeof(Queryable), (i == 0 ? "OrderBy" : "ThenBy") + (isDescending ? "Descending" : ""), [typeof(TRow), by.Type],
                ordered, Expression.Quote(Expression.Lambda(by, level.Row)));
        }

        rows = rows.Provider.CreateQuery<TRow>(ordered);
        var read = Expression.Lambda<Func<TRow, object?[]>>(Expression.NewArrayInit(typeof(object), columns), level.Row);
        if (take is not { } most)
            return rows.Select(read).CreateDbCommand();
        // The few rows below another are cut off last: cut off first, they are set apart and put in order twice wherever a column is joined.
        return key is null ? Taken(rows, most).Select(read).CreateDbCommand() : Taken(rows.Select(read), most).CreateDbCommand();
    }

    private static DbCommand TypedTotal<TRow>(AgencyDb db, Level level, object? key)
        where TRow : class
        => Where(db.Set<TRow>().AsNoTracking(), level, level.Page!.UnpagedConditions, key).GroupBy(row => 1).Select(group => group.Count()).CreateDbCommand();

    private static IQueryable<TRow> Where<TRow>(IQueryable<TRow> source, Level level, IReadOnlyList<Expression> conditions, object? key)
        where TRow : class
    {
        if (key is not null)
            source = source.Where(Expression.Lambda<Func<TRow, bool>>(
                Expression.Equal(level.Key!, Conditions.To(Captured.Parameter(key, key.GetType()), level.Key!.Type)), level.Row));
        return conditions.Aggregate(source, (rows, condition) => rows.Where(Expression.Lambda<Func<TRow, bool>>(condition, level.Row)));
    }

    /// <summary>In line: a parameter for the limit makes SQLite prepare the statement again on each run.</summary>
    private static IQueryable<TRow> Taken<TRow>(IQueryable<TRow> rows, int most)
    {
        var limit = Expression.Call(typeof(EF), nameof(EF.Constant), [typeof(int)], Expression.Constant(most));
        return rows.Provider.CreateQuery<TRow>(Expression.Call(typeof(Queryable), nameof(Queryable.Take), [typeof(TRow)], rows.Expression, limit));
    }
}
