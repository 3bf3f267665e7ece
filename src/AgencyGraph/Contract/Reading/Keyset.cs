using System.Linq.Expressions;
using AgencyGraph.Contract.Declarations;

namespace AgencyGraph.Contract.Reading;

/// <summary>The rows beyond a cursor in an order: later in the first key, or equal in it and later in the next.</summary>
internal static class Keyset
{
    public static Expression Beyond(ListOrder order, Expression target, IReadOnlyList<CursorValue> values, bool isAfter)
    {
        Expression? beyond = null;
        for (var i = order.Keys.Count - 1; i >= 0; i--)
        {
            var key = Replace.Parameter(order.Keys[i].Key, target);
            var value = Captured.Parameter(values[i].As(key.Type), key.Type);
            var later = order.Keys[i].IsDescending != isAfter ? GreaterThan(key, value) : LessThan(key, value);
            beyond = beyond is null ? later : Expression.OrElse(later, Expression.AndAlso(Expression.Equal(key, value), beyond));
        }

        return beyond!;
    }

    private static Expression GreaterThan(Expression key, Expression value)
        => key.Type == typeof(string) ? Expression.GreaterThan(Compared(key, value), Expression.Constant(0)) : Expression.GreaterThan(key, value);

    private static Expression LessThan(Expression key, Expression value)
        => key.Type == typeof(string) ? Expression.LessThan(Compared(key, value), Expression.Constant(0)) : Expression.LessThan(key, value);

    private static MethodCallExpression Compared(Expression key, Expression value)
        => Expression.Call(typeof(string), nameof(string.Compare), null, key, value);
}

/// <summary>A value as a member of a captured object, so that EF makes a parameter of it and keeps one statement for all values.</summary>
internal static class Captured
{
    public static Expression Parameter(object? value, Type type)
        => Expression.Field(Expression.Constant(Activator.CreateInstance(typeof(Box<>).MakeGenericType(type), value)), nameof(Box<int>.Value));

    private sealed class Box<T>(T value)
    {
        public T Value = value;
    }
}
