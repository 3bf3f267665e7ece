using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace AgencyGraph.Contract.Engine;

/// <summary>How often each variable's value is used in a document, definitions aside. A fragment that is spread again counts once.</summary>
internal sealed class VariableUses : ASTVisitor<VariableUses.Count>
{
    private static readonly VariableUses Visitor = new();

    private VariableUses()
    {
    }

    public static IReadOnlyDictionary<string, int> Of(GraphQLDocument document)
    {
        var count = new Count();
        Visitor.VisitAsync(document, count).AsTask().GetAwaiter().GetResult(); // It waits for nothing.
        return count.Uses;
    }

    protected override ValueTask VisitVariableDefinitionAsync(GraphQLVariableDefinition variableDefinition, Count context) => ValueTask.CompletedTask;

    protected override ValueTask VisitVariableAsync(GraphQLVariable variable, Count context)
    {
        var name = variable.Name.StringValue;
        context.Uses[name] = context.Uses.GetValueOrDefault(name) + 1;
        return ValueTask.CompletedTask;
    }

    internal sealed class Count : IASTVisitorContext
    {
        public Dictionary<string, int> Uses { get; } = new(StringComparer.Ordinal);

        public CancellationToken CancellationToken => CancellationToken.None;
    }
}
