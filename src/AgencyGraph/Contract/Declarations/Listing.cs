using System.Linq.Expressions;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Declarations;

/// <summary>In which orders a list can be read, and by what it can be filtered: a small reviewed list, no general language.</summary>
/// <param name="Name">Begins the names of the order's enum and the filter's input: <c>Incident</c> gives <c>IncidentOrder</c>, <c>IncidentFilter</c>.</param>
/// <param name="Orders">The first is the default.</param>
public sealed record Listing(string Name, IReadOnlyList<ListOrder> Orders, ListFilter? Filter = null)
{
    /// <summary>What holds of every row of the list; null for nothing.</summary>
    public FilterCondition? Standing { get; init; }
}

/// <summary>A named order: keys from the most to the least significant, the last of them unique.</summary>
public sealed record ListOrder(string Name, string Description, Detail Detail, IReadOnlyList<OrderKey> Keys);

/// <summary>One key of an order, over the target row.</summary>
/// <param name="Detail">
/// The class of the field that it is by. Of an order in which nobody pages, a key of a class that the caller may not read is left out: which row comes
/// first would tell of it.
/// </param>
public sealed record OrderKey(LambdaExpression Key, bool IsDescending, Detail Detail = Detail.Open)
{
    public static OrderKey Ascending<T, TKey>(Expression<Func<T, TKey>> key) => new(key, false);

    public static OrderKey Descending<T, TKey>(Expression<Func<T, TKey>> key, Detail detail = Detail.Open) => new(key, true, detail);
}

/// <summary>An input by which a list is narrowed or one row is found, and the conditions that a given input stands for.</summary>
public sealed record ListFilter(Type Input, Func<object, IReadOnlyList<FilterCondition>> Conditions)
{
    public static ListFilter Of<TInput>(Func<TInput, IEnumerable<FilterCondition>> conditions) => new(typeof(TInput), input => [.. conditions((TInput)input)]);
}

/// <summary>One condition on a row, and the class of the field that it is by: conditions exist only for what the caller may read.</summary>
public sealed record FilterCondition(Detail Detail, LambdaExpression Predicate)
{
    public static FilterCondition Of<T>(Detail detail, Expression<Func<T, bool>> predicate) => new(detail, predicate);
}
