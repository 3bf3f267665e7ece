using GraphQL.Types;
using GraphQLParser.AST;

namespace AgencyGraph.Contract.Engine;

/// <summary>The specification's own <c>@specifiedBy</c>, which the engine does not know.</summary>
internal sealed class SpecifiedByDirective : Directive
{
    public SpecifiedByDirective() : base("specifiedBy", DirectiveLocation.Scalar)
    {
        Description = "Where a scalar's form is specified.";
        Arguments = new QueryArguments(new QueryArgument(new NonNullGraphType(new StringGraphType()))
        {
            Name = "url",
            Description = "The page that specifies it.",
        });
    }
}
