using GraphQLParser.AST;

namespace AgencyGraph.Contract.Engine;

/// <summary>Measures a document as if every spread were written out. Each fragment is measured once, so that this takes no longer than reading it.</summary>
internal sealed class DocumentBounds
{
    private readonly DocumentOptions options;
    private readonly Dictionary<string, GraphQLFragmentDefinition> fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<GraphQLFragmentDefinition, DocumentExtent?> known = [];

    private DocumentBounds(GraphQLDocument document, DocumentOptions options)
    {
        this.options = options;
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
            _ = fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
    }

    /// <returns>Whether it asks for the schema.</returns>
    /// <exception cref="RefusedDocumentError">One of its operations, or a fragment, used or not, asks more than is allowed.</exception>
    public static bool Check(GraphQLDocument document, DocumentOptions options)
    {
        var bounds = new DocumentBounds(document, options);
        var introspects = false;
        foreach (var definition in document.Definitions)
        {
            bounds.CheckDirectives(definition);
            foreach (var variable in (definition as GraphQLOperationDefinition)?.Variables?.Items ?? [])
                bounds.CheckDirectives(variable);
            var extent = definition is GraphQLFragmentDefinition fragment ? bounds.Of(fragment) : bounds.Of((definition as IHasSelectionSetNode)?.SelectionSet);
            bounds.Check(extent, definition is GraphQLOperationDefinition);
            introspects |= extent.SchemaDepth > 0;
        }

        return introspects;
    }

    private void Check(DocumentExtent extent, bool isOperation)
    {
        if (extent.Depth > options.MaxDepth)
            throw new RefusedDocumentError(ErrorCode.MaxDepth, $"The document nests its fields more than {options.MaxDepth} deep.");
        if (extent.SchemaDepth > options.MaxIntrospectionDepth)
            throw new RefusedDocumentError(ErrorCode.MaxDepth, $"The document nests its questions about the schema more than {options.MaxIntrospectionDepth} deep.");
        if (isOperation && extent.Own > options.MaxRootFields)
            throw new RefusedDocumentError(ErrorCode.TooComplex, $"The operation has more than {options.MaxRootFields} fields at its root.");
        if (extent.All > options.MaxFields)
            throw new RefusedDocumentError(ErrorCode.TooComplex, $"The document has more than {options.MaxFields} fields, with fragments written out.");
        if (extent.Aliases > options.MaxAliases)
            throw new RefusedDocumentError(ErrorCode.TooComplex, $"The document has more than {options.MaxAliases} aliases, with fragments written out.");
    }

    private DocumentExtent Of(GraphQLSelectionSet? set)
        => (set?.Selections ?? []).Aggregate(default(DocumentExtent), (sum, selection) => sum.With(Of(selection)));

    private DocumentExtent Of(ASTNode selection)
    {
        CheckDirectives(selection);
        return selection switch
        {
            GraphQLField field => Of(field),
            GraphQLInlineFragment inline => Of(inline.SelectionSet),
            GraphQLFragmentSpread spread when fragments.TryGetValue(spread.FragmentName.Name.StringValue, out var fragment) => Of(fragment),
            _ => new DocumentExtent(0, 0, 1, 1, 0), // A fragment that is not there: counted, so that nothing unfolds for free.
        };
    }

    private DocumentExtent Of(GraphQLField field)
    {
        var name = field.Name.StringValue;
        var below = Of(field.SelectionSet);
        return name is "__schema" or "__type"
            ? below.WithinSchema(field.Alias is not null)
            : below.Within(name is "edges" or "nodes" || (name == "node" && field.Arguments is null), field.Alias is not null);
    }

    private DocumentExtent Of(GraphQLFragmentDefinition fragment)
    {
        if (known.TryGetValue(fragment, out var extent))
        {
            return extent ?? throw new RefusedDocumentError(
                ErrorCode.ValidationFailed, $"The fragment `{fragment.FragmentName.Name}` spreads itself, directly or through others.");
        }

        known[fragment] = null;
        var measured = Of(fragment.SelectionSet);
        if (fragment.TypeCondition.Type.Name.StringValue.StartsWith("__", StringComparison.Ordinal))
            measured = measured.AboutSchema();
        known[fragment] = measured;
        return measured;
    }

    private void CheckDirectives(ASTNode node)
    {
        if (node is IHasDirectivesNode { Directives.Items.Count: var count } && count > options.MaxDirectives)
            throw new RefusedDocumentError(ErrorCode.TooComplex, $"One part of the document has more than {options.MaxDirectives} directives.");
    }
}
