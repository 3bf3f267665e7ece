using System.Linq.Expressions;

namespace AgencyGraph.Contract.Declarations;

/// <summary>How one row reaches many: through link rows that carry its key and lead to the targets.</summary>
/// <param name="Row">The entity of the link rows; the target itself where it carries the key.</param>
/// <param name="Key">From a link row to the key of the one.</param>
/// <param name="Target">From a link row to the target row.</param>
/// <param name="Where">Which link rows count; null for all.</param>
public sealed record Link(Type Row, LambdaExpression Key, LambdaExpression Target, LambdaExpression? Where = null)
{
    /// <summary>Targets that carry the key themselves.</summary>
    public static Link Own<TTarget, TKey>(Expression<Func<TTarget, TKey>> key, Expression<Func<TTarget, bool>>? where = null)
        => new(typeof(TTarget), key, (Expression<Func<TTarget, TTarget>>)(target => target), where);

    /// <summary>Targets behind link rows.</summary>
    public static Link Through<TLink, TKey, TTarget>(Expression<Func<TLink, TKey>> key, Expression<Func<TLink, TTarget>> target)
        => new(typeof(TLink), key, target);
}
