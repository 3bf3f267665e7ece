using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Contract.Reading;

/// <summary>A level as LINQ, for EF to translate.</summary>
internal sealed class LevelQuery<TRow, TKey>(Level level, List<TKey>? keys)
    where TRow : class
    where TKey : notnull
{
    /// <summary>Whether it is read once, for these keys, and not translated once for keys to come.</summary>
    public bool ForTheseKeys { get; init; }

    /// <summary>The level's rows; at most <paramref name="take"/> for each key.</summary>
    public IQueryable<object?[]> Rows(IQueryable<TRow> source, int? take) => Rows(source, take, level.Columns);

    public IQueryable<object?[]> Rows(IQueryable<TRow> source, int? take, IReadOnlyList<Expression> columns)
    {
        var rows = Where(source, level.Conditions);
        if (take is { } most && level.Key is not null)
            rows = Ordered(OfKnownKeys(source).Select(KeyOf()).Distinct().SelectMany(Taken(rows, most))); // A join keeps no order of what it joins.
        else
            rows = take is { } limit ? Ordered(rows).Take(limit) : Ordered(rows);
        return rows.Select(Lambda<object?[]>(Expression.NewArrayInit(typeof(object), columns)));
    }

    /// <summary>How many rows there are for each key, pages aside; the one total of a root stands under the key 0.</summary>
    public async Task<Dictionary<object, int>> TotalsAsync(IQueryable<TRow> source, CancellationToken cancellationToken)
    {
        var rows = Where(source, level.Page!.UnpagedConditions);
        if (level.Key is null)
            return new() { [0] = await rows.CountAsync(cancellationToken) };

        var counts = await rows.GroupBy(KeyOf()).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return counts.ToDictionary(count => (object)count.Key, count => count.Count);
    }

    /// <summary>The same as a query: a key and its count, or the one count of a root.</summary>
    public IQueryable<object?[]> Totals(IQueryable<TRow> source)
    {
        var rows = Where(source, level.Page!.UnpagedConditions);
        return level.Key is null
            ? rows.GroupBy(row => 1).Select(group => new object?[] { group.Count() })
            : rows.GroupBy(KeyOf()).Select(group => new object?[] { group.Key, group.Count() });
    }

    private IQueryable<TRow> Where(IQueryable<TRow> source, IReadOnlyList<Expression> conditions)
        => conditions.Aggregate(OfKnownKeys(source), (rows, condition) => rows.Where(Lambda<bool>(condition)));

    private IQueryable<TRow> OfKnownKeys(IQueryable<TRow> source)
    {
        if (keys is null)
            return source;
        // For a list SQLite may rather go through all that the row rule lets in; for one key it never does.
        if (keys is [var only] && ForTheseKeys)
            return source.Where(Lambda<bool>(Expression.Equal(level.Key!, Captured.Parameter(only, typeof(TKey)))));
        var known = Captured.Parameter(keys, typeof(List<TKey>));
        return source.Where(Lambda<bool>(Expression.Call(known, nameof(List<>.Contains), null, level.Key!)));
    }

    private IQueryable<TRow> Ordered(IQueryable<TRow> rows)
        => rows.Provider.CreateQuery<TRow>(Ordered(rows.Expression));

    /// <summary>For each key: its rows in order, cut off.</summary>
    private Expression<Func<TKey, IEnumerable<TRow>>> Taken(IQueryable<TRow> rows, int most)
    {
        var key = Expression.Parameter(typeof(TKey), "key");
        var own = Expression.Call(
            typeof(Queryable), nameof(Queryable.Where), [typeof(TRow)], rows.Expression, Expression.Quote(Lambda<bool>(Expression.Equal(level.Key!, key))));
        var taken = Expression.Call(typeof(Queryable), nameof(Queryable.Take), [typeof(TRow)], Ordered(own), Expression.Constant(most));
        return Expression.Lambda<Func<TKey, IEnumerable<TRow>>>(taken, key);
    }

    private Expression Ordered(Expression rows)
    {
        var isFirst = true;
        foreach (var (key, isDescending) in level.Order)
        {
            var method = (isFirst ? "OrderBy" : "ThenBy") + (isDescending ? "Descending" : "");
            var selector = Expression.Lambda(key, level.Row);
            rows = Expression.Call(typeof(Queryable), method, [typeof(TRow), key.Type], rows, Expression.Quote(selector));
            isFirst = false;
        }

        return rows;
    }

    private Expression<Func<TRow, TKey>> KeyOf() => Lambda<TKey>(level.Key!);

    private Expression<Func<TRow, TResult>> Lambda<TResult>(Expression body) => Expression.Lambda<Func<TRow, TResult>>(body, level.Row);
}
