using System.Linq.Expressions;

namespace AgencyGraph.Contract.Reading;

/// <summary>Conditions with their constants folded, so that SQL holds only what is decided row by row.</summary>
internal static class Conditions
{
    public static bool IsTrue(Expression condition) => condition is ConstantExpression { Value: true };

    public static bool IsFalse(Expression condition) => condition is ConstantExpression { Value: false };

    public static Expression And(Expression? left, Expression? right)
        => left is null || IsTrue(left) ? right ?? Expression.Constant(true)
            : right is null || IsTrue(right) ? left
            : IsFalse(left) ? left
            : IsFalse(right) ? right
            : Expression.AndAlso(left, right);

    public static Expression Not(Expression condition)
        => IsTrue(condition) ? Expression.Constant(false) : IsFalse(condition) ? Expression.Constant(true) : Expression.Not(condition);

    public static Type Nullable(Type type)
        => type.IsValueType && System.Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;

    public static Expression To(Expression value, Type type) => value.Type == type ? value : Expression.Convert(value, type);
}
