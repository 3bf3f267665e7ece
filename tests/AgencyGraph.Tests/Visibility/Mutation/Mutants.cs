using System.Linq.Expressions;

namespace AgencyGraph.Tests.Visibility.Mutation;

/// <summary>
/// Every small way in which a rule could be wrong: a condition dropped, turned round, joined otherwise, or taken for always or never.
/// </summary>
internal sealed class Mutants : ExpressionVisitor
{
    private readonly int target;
    private int next;
    private string? change;

    private Mutants(int target) => this.target = target;

    /// <summary>Each mutant of the rule, with what was changed.</summary>
    public static IEnumerable<(string Change, Expression<TRule> Rule)> Of<TRule>(Expression<TRule> rule)
    {
        for (var target = 0; ; target++)
        {
            var mutants = new Mutants(target);
            var mutant = mutants.VisitAndConvert(rule, null);
            if (mutants.change is not { } change)
                yield break;
            yield return (change, mutant);
        }
    }

    protected override Expression VisitBinary(BinaryExpression node) => node.NodeType switch
    {
        ExpressionType.AndAlso => Change(node, Expression.OrElse(node.Left, node.Right), node.Left, node.Right),
        ExpressionType.OrElse => Change(node, Expression.AndAlso(node.Left, node.Right), node.Left, node.Right),
        ExpressionType.Equal => Change(node, Expression.MakeBinary(ExpressionType.NotEqual, node.Left, node.Right, node.IsLiftedToNull, Opposite(node))),
        ExpressionType.NotEqual => Change(node, Expression.Equal(node.Left, node.Right)),
        ExpressionType.LessThanOrEqual => Change(node, Expression.LessThan(node.Left, node.Right), Expression.GreaterThan(node.Left, node.Right), Always),
        _ => base.VisitBinary(node),
    } ?? base.VisitBinary(node);

    protected override Expression VisitUnary(UnaryExpression node)
        => (node.NodeType == ExpressionType.Not ? Change(node, node.Operand) : null) ?? base.VisitUnary(node);

    protected override Expression VisitMember(MemberExpression node)
        => (node.Type == typeof(bool) ? Change(node, Expression.Not(node), Always) : null) ?? base.VisitMember(node);

    protected override Expression VisitMethodCall(MethodCallExpression node)
        => (node.Method.Name == nameof(Enumerable.Any) ? Change(node, Always, Expression.Constant(false)) : null) ?? base.VisitMethodCall(node);

    private static ConstantExpression Always => Expression.Constant(true);

    private static System.Reflection.MethodInfo? Opposite(BinaryExpression node) => node.Method?.DeclaringType?.GetMethod("op_Inequality");

    /// <summary>The variant that is due here; null where none is.</summary>
    private Expression? Change(Expression node, params ReadOnlySpan<Expression> variants)
    {
        foreach (var variant in variants)
        {
            if (next++ != target)
                continue;
            change = $"{node} -> {variant}";
            return variant;
        }

        return null;
    }
}
