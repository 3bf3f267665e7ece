using GraphQL;
using GraphQL.Utilities;

namespace AgencyGraph.Contract.Engine;

/// <summary>The contract as text: the schema in GraphQL's own definition language, sorted, so that it compares line by line.</summary>
internal sealed class GraphPrint(GraphSchema schema)
{
    public string Text()
    {
        schema.Initialize();
        return schema.Print(new PrintOptions { StringComparison = StringComparison.Ordinal });
    }
}
