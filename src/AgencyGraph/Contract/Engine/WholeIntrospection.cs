using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;

namespace AgencyGraph.Contract.Engine;

/// <summary>What the specification's introspection has and the engine's has not.</summary>
internal sealed class WholeIntrospection : BaseSchemaNodeVisitor
{
    public override void VisitObject(IObjectGraphType type, ISchema schema)
    {
        if (type.Name == "__Directive" && type.Fields.Find("args") is { Arguments: not { Count: > 0 } } arguments)
            arguments.Arguments = new QueryArguments(IncludeDeprecated(schema));
        else if (type.Name == "__Type" && type.Fields.Find("specifiedByURL") is null)
            AddUrl(type, schema);
    }

    private static QueryArgument IncludeDeprecated(ISchema schema) => new(schema.AllTypes["Boolean"]!)
    {
        Name = "includeDeprecated",
        Description = "Whether deprecated arguments are listed too.",
        DefaultValue = false,
    };

    private static void AddUrl(IObjectGraphType type, ISchema schema)
    {
        _ = type.AddField(new FieldType
        {
            Name = "specifiedByURL",
            Description = "Where a scalar's form is specified.",
            ResolvedType = schema.AllTypes["String"],
            Resolver = new FuncFieldResolver<object?>(context => UrlOf(context.Source)),
        });
    }

    private static object? UrlOf(object? type)
        => (type as ScalarGraphType)?.FindAppliedDirective("specifiedBy")?.FindArgument("url")?.Value;
}
