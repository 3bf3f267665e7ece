using System.Linq.Expressions;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Reading;

/// <summary>
/// Weaves a row rule into a query: where the rule asks about the record, its kind's labels answer with columns; the caller becomes
/// parameters; relationships, or the names on restrictions, become their table.
/// </summary>
internal sealed class Weaver : ExpressionVisitor
{
    private readonly LambdaExpression rule;
    private readonly Expression source;
    private readonly LabelSet labels;
    private readonly Expression record;
    private readonly CallerContext context;

    private Weaver(LambdaExpression rule, LabelSet labels, Expression record, CallerContext context, Expression source)
        => (this.rule, this.labels, this.record, this.context, this.source) = (rule, labels, record, context, source);

    /// <summary>Whether the caller sees the record: the row rule of the role, those that nothing overrules, and that no restriction hides it.</summary>
    public static Expression Admits(RecordKind kind, LabelSet labels, Expression record, CallerContext context)
    {
        var admits = Weave(context.Grant.Rows[kind], labels, record, context);
        if (Conditions.IsFalse(admits))
            return admits;

        admits = CommonRules.Of(kind).Aggregate(admits, (all, rule) => Conditions.And(all, Weave(rule, labels, record, context)));
        return RestrictionRule.Governs(kind)
            ? Conditions.And(admits, new Weaver(RestrictionRule.Expression, labels, record, context, context.Restrictions).Visit(RestrictionRule.Expression.Body))
            : admits;
    }

    /// <summary>The rule as a condition on <paramref name="record"/>, an expression of the labelled type.</summary>
    public static Expression Weave(RowRule rule, LabelSet labels, Expression record, CallerContext context)
        => new Weaver(rule.Expression, labels, record, context, context.Relationships).Visit(rule.Expression.Body);

    protected override Expression VisitParameter(ParameterExpression node)
        => node == rule.Parameters[1] ? context.CallerExpression
            : node == rule.Parameters[2] ? source
            : node;

    protected override Expression VisitMember(MemberExpression node)
        => IsRecord(node.Expression) ? Label(node.Member.Name) : base.VisitMember(node);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType == typeof(Enumerable) && node.Method.Name == nameof(Enumerable.Any)
            && node.Arguments is [MemberExpression { Member.Name: nameof(ISharedRecord.Children) } children, LambdaExpression condition]
            && IsRecord(children.Expression))
            return AnyChild(condition);
        return base.VisitMethodCall(node);
    }

    private bool IsRecord(Expression? expression) => expression == rule.Parameters[0];

    private Expression Label(string member)
    {
        var label = labels.Members[member];
        return Replace.Parameter(label, record);
    }

    /// <summary>Some child of the record meets the condition: the one child in place, or a subquery over the record's children.</summary>
    private Expression AnyChild(LambdaExpression condition)
    {
        var children = Unconvert(Label(nameof(ISharedRecord.Children)));
        if (children is NewArrayExpression { NodeType: ExpressionType.NewArrayBounds })
            return Expression.Constant(false); // About no child.
        if (children is NewArrayExpression { Expressions: [var only] })
            return Visit(Replace.Parameter(condition, only));

        var select = (MethodCallExpression)children;
        var selector = (LambdaExpression)select.Arguments[1];
        var body = Visit(Replace.Parameter(condition, selector.Body));
        return Expression.Call(
            typeof(Enumerable), nameof(Enumerable.Any), [selector.Parameters[0].Type],
            select.Arguments[0], Expression.Lambda(body, selector.Parameters[0]));
    }

    private static Expression Unconvert(Expression expression)
        => expression is UnaryExpression { NodeType: ExpressionType.Convert } convert ? Unconvert(convert.Operand) : expression;
}
