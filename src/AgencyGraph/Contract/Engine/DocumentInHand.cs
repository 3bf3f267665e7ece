using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace AgencyGraph.Contract.Engine;

/// <summary>A parsed document with the variables of one request.</summary>
internal sealed record DocumentInHand(ISchema Schema, GraphQLDocument Document, Variables Variables)
{
    public static DocumentInHand Of(IResolveFieldContext context) => new(context.Schema, context.Document, context.Variables);
}
