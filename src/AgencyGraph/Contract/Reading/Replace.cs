using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;

namespace AgencyGraph.Contract.Reading;

/// <summary>Puts an expression in the place of another.</summary>
internal sealed class Replace(Expression what, Expression with) : ExpressionVisitor
{
    /// <summary>The body of a lambda of one parameter, applied to <paramref name="argument"/>.</summary>
    public static Expression Parameter(LambdaExpression lambda, Expression argument)
        => new Replace(lambda.Parameters[0], argument).Visit(lambda.Body);

    [return: NotNullIfNotNull(nameof(node))]
    public override Expression? Visit(Expression? node) => node == what ? with : base.Visit(node);
}
