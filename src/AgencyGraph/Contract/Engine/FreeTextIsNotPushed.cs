using GraphQL.Validation;
using GraphQLParser.AST;

namespace AgencyGraph.Contract.Engine;

/// <summary>Free text is read by query under the reader's rights, never pushed: selecting it under a subscription does not validate.</summary>
internal sealed class FreeTextIsNotPushed : ValidationRuleBase
{
    public const string Metadata = "free-text";

    private static readonly INodeVisitor Visitor = new MatchingNodeVisitor<GraphQLField>((field, context) =>
    {
        if (context.TypeInfo.GetFieldDef()?.GetMetadata<bool>(Metadata) == true)
            context.ReportError(new ValidationError(
                context.Document.Source, "agencygraph-free-text", $"`{field.Name}` is free text and is not pushed: read it by query.", field));
    });

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
        => new(context.Operation.Operation == OperationType.Subscription ? Visitor : null);
}
