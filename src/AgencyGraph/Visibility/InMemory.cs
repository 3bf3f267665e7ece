using System.Linq.Expressions;

namespace AgencyGraph.Visibility;

/// <summary>Turns a rule written over <see cref="IQueryable{T}"/> into one over <see cref="IEnumerable{T}"/>, so that it runs without a query provider.</summary>
internal sealed class InMemory : ExpressionVisitor
{
    private readonly ParameterExpression queryable;
    private readonly ParameterExpression enumerable;

    private InMemory(ParameterExpression queryable, Type element)
    {
        this.queryable = queryable;
        enumerable = Expression.Parameter(typeof(IEnumerable<>).MakeGenericType(element), queryable.Name);
    }

    public static Func<ISharedRecord, Caller, IEnumerable<T>, bool> Compile<T>(Expression<Func<ISharedRecord, Caller, IQueryable<T>, bool>> rule)
    {
        var visitor = new InMemory(rule.Parameters[2], typeof(T));
        return Expression.Lambda<Func<ISharedRecord, Caller, IEnumerable<T>, bool>>(
            visitor.Visit(rule.Body), rule.Parameters[0], rule.Parameters[1], visitor.enumerable).Compile();
    }

    protected override Expression VisitParameter(ParameterExpression node) => node == queryable ? enumerable : node;

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType != typeof(Queryable))
            return base.VisitMethodCall(node);

        var arguments = node.Arguments.Select(argument => Visit(Unquote(argument))).ToArray();
        return Expression.Call(typeof(Enumerable), node.Method.Name, node.Method.GetGenericArguments(), arguments);
    }

    private static Expression Unquote(Expression argument)
        => argument is UnaryExpression { NodeType: ExpressionType.Quote } quote ? quote.Operand : argument;
}
