using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Reading;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;

namespace AgencyGraph.Contract.Engine;

/// <summary>Reads from the document what is selected below a field: fragments spread, conditions decided, equal keys merged.</summary>
internal sealed class SelectionReader(GraphModel model, InputBinder binder, DocumentInHand context)
{
    /// <summary>The fields of the operation's root, grouped by response key in their first order.</summary>
    public IEnumerable<IReadOnlyList<GraphQLField>> Root(GraphQLOperationDefinition operation, string typeName)
    {
        var groups = new Dictionary<string, List<GraphQLField>>(StringComparer.Ordinal);
        Collect(operation.SelectionSet, typeName, groups, []);
        return groups.Values;
    }

    /// <summary>The fields selected of an object of one type below a field, grouped by response key.</summary>
    public IEnumerable<IReadOnlyList<GraphQLField>> FieldsOf(string typeName, IReadOnlyList<GraphQLField> parents) => Fields(typeName, parents);

    /// <summary>What is selected of <paramref name="graph"/> below the field.</summary>
    public Selection Below(DeclaredType graph, params IReadOnlyList<GraphQLField> fields) => Select(graph, fields);

    /// <summary>What is selected of a connection of <paramref name="graph"/> below the field.</summary>
    public ConnectionSelection ConnectionBelow(DeclaredType graph, params IReadOnlyList<GraphQLField> fields) => Connection(graph, fields);

    /// <summary>The page that the root field asks for.</summary>
    public PageRequest Page(Listing listing, GraphQLField field) => Page(listing, Arguments(DefinitionsOf("Query", field.Name.StringValue), field), field);

    /// <summary>For each place where a field of the object below <paramref name="parent"/> is selected, by its response key: what is selected of it.</summary>
    public IReadOnlyDictionary<string, Selection> OfField(string typeName, string field, DeclaredType graph, GraphQLField parent)
        => OfField(typeName, field, graph, [parent]);

    /// <summary>The same one object further down: by the response keys of the outer field, then of the inner one.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, Selection>> OfInnerField(
        string typeName, string field, string innerTypeName, string innerField, DeclaredType graph, GraphQLField parent)
        => Fields(typeName, [parent])
            .Where(group => group[0].Name.StringValue == field)
            .ToDictionary(group => KeyOf(group[0]), group => (IReadOnlyDictionary<string, Selection>)OfField(innerTypeName, innerField, graph, group));

    private Dictionary<string, Selection> OfField(string typeName, string field, DeclaredType graph, IReadOnlyList<GraphQLField> parents)
        => Fields(typeName, parents)
            .Where(group => group[0].Name.StringValue == field)
            .ToDictionary(group => KeyOf(group[0]), group => Select(graph, group));

    private Selection Select(DeclaredType graph, IReadOnlyList<GraphQLField> parents)
    {
        var selected = new List<SelectedField>();
        foreach (var group in Fields(graph.Name, parents))
        {
            var name = group[0].Name.StringValue;
            selected.Add(name == TypeNameDeclaration.Instance.Name
                ? new SelectedField(KeyOf(group[0]), TypeNameDeclaration.Instance)
                : Selected(graph, graph[name], group));
        }

        return new Selection(graph, selected);
    }

    private SelectedField Selected(DeclaredType graph, FieldDeclaration field, IReadOnlyList<GraphQLField> group)
    {
        var key = KeyOf(group[0]);
        return field switch
        {
            ObjectDeclaration target => new SelectedField(key, field, Select(model.Of(target.Graph), group)),
            ReferenceDeclaration reference => new SelectedField(key, field, Select(model.Of(reference.Graph), group)),
            ListDeclaration { Shape: ListShape.Connection } list => new SelectedField(
                key, field, null, Page(list.Listing, Arguments(DefinitionsOf(graph.Name, list.Name), group[0]), group[0]), Connection(model.Of(list.Graph), group)),
            ListDeclaration list => new SelectedField(key, field, Select(model.Of(list.Graph), group)),
            WithheldDeclaration => new SelectedField(key, field)
            {
                Parts = [.. Fields("Withheld", group).Select(inner => new SelectedPart(KeyOf(inner[0]), inner[0].Name.StringValue, []))],
            },
            _ => new SelectedField(key, field),
        };
    }

    private ConnectionSelection Connection(DeclaredType graph, IReadOnlyList<GraphQLField> parents)
    {
        var nodes = new List<NodeSelection>();
        var fields = new List<SelectedPart>();
        foreach (var group in Fields(graph.Name + "Connection", parents))
        {
            var (key, name) = (KeyOf(group[0]), group[0].Name.StringValue);
            var below = name switch { "edges" => Fields(graph.Name + "Edge", group), "pageInfo" => Fields("PageInfo", group), _ => [] };
            fields.Add(new SelectedPart(key, name, [.. below.Select(inner => new SelectedPart(KeyOf(inner[0]), inner[0].Name.StringValue, []))]));
            if (name == "nodes")
                nodes.Add(new NodeSelection(key, Select(graph, group)));
            else if (name == "edges")
                nodes.AddRange(below.Where(inner => inner[0].Name.StringValue == "node").Select(inner => new NodeSelection($"{key}/{KeyOf(inner[0])}", Select(graph, inner))));
        }

        return new ConnectionSelection(nodes, fields.Exists(field => field.Name == "totalCount"), fields);
    }

    private PageRequest Page(Listing listing, IReadOnlyDictionary<string, ArgumentValue> arguments, GraphQLField field)
    {
        return new(
            Value("first") as int?, Value("after") as string, Value("last") as int?, Value("before") as string, Value("order") as string,
            listing.Filter is { } filter && Value("filter") is IDictionary<string, object?> input ? binder.BindSought(filter.Input, input) : null);

        object? Value(string name) => arguments.TryGetValue(name, out var value) ? value.Value : null;
    }

    /// <summary>The fields of one object, grouped by response key in their first order.</summary>
    private IEnumerable<IReadOnlyList<GraphQLField>> Fields(string typeName, IReadOnlyList<GraphQLField> parents)
    {
        var groups = new Dictionary<string, List<GraphQLField>>(StringComparer.Ordinal);
        var visited = new HashSet<GraphQLFragmentDefinition>();
        foreach (var parent in parents)
            Collect(parent.SelectionSet, typeName, groups, visited);
        return groups.Values;
    }

    /// <summary>The specification's CollectFields: a fragment spread again in the same object adds nothing.</summary>
    private void Collect(
        GraphQLSelectionSet? set, string typeName, Dictionary<string, List<GraphQLField>> groups, HashSet<GraphQLFragmentDefinition> visited)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            if (!IsIncluded(selection))
                continue;
            switch (selection)
            {
                case GraphQLField field:
                    if (!groups.TryGetValue(KeyOf(field), out var group))
                        groups[KeyOf(field)] = group = [];
                    group.Add(field);
                    break;
                case GraphQLInlineFragment inline when Applies(inline.TypeCondition, typeName):
                    Collect(inline.SelectionSet, typeName, groups, visited);
                    break;
                case GraphQLFragmentSpread spread
                    when context.Document.FindFragmentDefinition(spread.FragmentName.Name.StringValue) is { } fragment
                        && Applies(fragment.TypeCondition, typeName) && visited.Add(fragment):
                    Collect(fragment.SelectionSet, typeName, groups, visited);
                    break;
            }
        }
    }

    private bool Applies(GraphQLTypeCondition? condition, string typeName)
        => condition is null
            || condition.Type.Name == typeName
            || ((IObjectGraphType)context.Schema.AllTypes[typeName]!).ResolvedInterfaces.Any(face => face.Name == condition.Type.Name.StringValue);

    private bool IsIncluded(ASTNode node)
    {
        var directives = ExecutionHelper.GetDirectives((IHasDirectivesNode)node, context.Variables, context.Schema, context.Document);
        return !(Says("skip") is true) && Says("include") is not false;

        bool? Says(string name) => directives is not null && directives.TryGetValue(name, out var directive) ? directive.GetArgument<bool>("if") : null;
    }

    private Dictionary<string, ArgumentValue> Arguments(QueryArguments? definitions, GraphQLField field)
        => ExecutionHelper.GetArguments(definitions, field.Arguments, context.Variables, context.Document, field, null) ?? [];

    private QueryArguments? DefinitionsOf(string typeName, string field) => ((IObjectGraphType)context.Schema.AllTypes[typeName]!).GetField(field)!.Arguments;

    /// <summary>The value of one argument, coerced; null when it is not given.</summary>
    public object? Argument(string name, GraphQLField field)
        => Arguments(DefinitionsOf("Query", field.Name.StringValue), field).TryGetValue(name, out var value) ? value.Value : null;

    /// <summary>The value of an argument that is an input object.</summary>
    public IDictionary<string, object?> Input(string name, GraphQLField field) => (IDictionary<string, object?>)Argument(name, field)!;

    /// <summary>The same of a field of another root than Query.</summary>
    public IDictionary<string, object?> Input(string typeName, string name, GraphQLField field)
        => (IDictionary<string, object?>)Arguments(DefinitionsOf(typeName, field.Name.StringValue), field)[name].Value!;

    public static string KeyOf(GraphQLField field) => field.Alias?.Name.StringValue ?? field.Name.StringValue;
}
