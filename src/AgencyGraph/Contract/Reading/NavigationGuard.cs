using System.Linq.Expressions;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Reading;

/// <summary>
/// Narrows every collection of governed records that a declared expression walks over to those that the caller may see, so that no
/// condition, marker or lookup can tell of a hidden one.
/// </summary>
internal sealed class NavigationGuard(CallerContext context, Detail? hidden = null) : ExpressionVisitor
{
    private bool hasNarrowed;

    /// <summary>The declared expression, applied to <paramref name="source"/> and guarded.</summary>
    public static Expression Apply(LambdaExpression declared, Expression source, CallerContext context)
        => Replace.Parameter(Expression.Lambda(new NavigationGuard(context).Visit(declared.Body), declared.Parameters), source);

    /// <summary>
    /// That what <paramref name="exists"/> tells of is there and <paramref name="detail"/> hides it: decided on the records that the
    /// expression walks over, which are each shown or not; and on the row itself where it walks over none.
    /// </summary>
    public static Expression ApplyHidden(LambdaExpression exists, Expression source, Scope scope, Detail detail)
    {
        var guard = new NavigationGuard(scope.Context, detail);
        var there = Replace.Parameter(Expression.Lambda(guard.Visit(exists.Body), exists.Parameters), source);
        return guard.hasNarrowed ? there : Conditions.And(there, Conditions.Not(scope.Shows(detail)));
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        var visited = base.VisitMember(node);
        if (Element(node.Type) is not { } element || GovernedType.Of(element) is not { } governed)
            return visited;

        var row = Expression.Parameter(element, "guarded");
        var admits = Weaver.Admits(governed.Kind, governed.Labels, row, context);
        if (hidden is { } detail)
            admits = Conditions.And(admits, Conditions.Not(new Scope(governed.Labels, row, context).Shows(detail)));
        hasNarrowed = true;
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Where), [element], visited, Expression.Lambda(admits, row));
    }

    private static Type? Element(Type type)
        => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICollection<>) ? type.GetGenericArguments()[0] : null;
}
