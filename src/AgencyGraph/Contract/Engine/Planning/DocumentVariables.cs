using System.Text;
using System.Text.Json;
using AgencyGraph.Contract.Declarations;
using GraphQLParser;
using GraphQLParser.AST;

namespace AgencyGraph.Contract.Engine.Planning;

/// <summary>The variables of an operation, by how they enter its plans.</summary>
internal sealed class DocumentVariables
{
    private readonly IReadOnlyList<PlanVariable> variables;

    public DocumentVariables(GraphModel model, GraphQLDocument document, GraphQLOperationDefinition operation)
    {
        var brought = new Dictionary<string, PlanVariable>(StringComparer.Ordinal);
        foreach (var field in RootFields(operation.SelectionSet, document, []))
            foreach (var argument in field.Arguments?.Items ?? [])
                foreach (var variable in Brought(model, field.Name.StringValue, argument))
                    brought[variable.Name] = variable;
        var uses = VariableUses.Of(document);
        variables = [.. (operation.Variables?.Items ?? []).Select(definition => Entering(definition, brought, uses))];
    }

    public IReadOnlyList<PlanVariable> All => variables;

    /// <summary>What a plan for these values depends on; null when only the engine can tell what is wrong with them.</summary>
    public string? ShapeOf(JsonElement? values)
    {
        if (variables.Count == 0)
            return "";
        var shape = new StringBuilder();
        foreach (var variable in variables)
        {
            var value = values is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty(variable.Name, out var found) ? found : (JsonElement?)null;
            if (!variable.TryAddShape(shape, value))
                return null;
            _ = shape.Append(value is null ? '-' : ';');
        }

        return shape.ToString();
    }

    /// <summary>A variable that is used anywhere else too is part of the plan.</summary>
    private static PlanVariable Entering(GraphQLVariableDefinition definition, Dictionary<string, PlanVariable> brought, IReadOnlyDictionary<string, int> uses)
    {
        var name = definition.Variable.Name.StringValue;
        return definition.DefaultValue is null && brought.TryGetValue(name, out var variable) && uses.GetValueOrDefault(name) == 1
            ? variable
            : new PlanVariable.Structural(name);
    }

    private static IEnumerable<PlanVariable> Brought(GraphModel model, string field, GraphQLArgument argument)
    {
        var name = argument.Name.StringValue;
        if (name == "input" && model.RootFields.OfType<MutationField>().Any(mutation => mutation.Name == field))
        {
            foreach (var written in Within(argument.Value))
                yield return new PlanVariable.Written(written.Name.StringValue);
            yield break;
        }

        if (argument.Value is GraphQLVariable variable)
        {
            if (name == "after")
                yield return new PlanVariable.Cursor(variable.Name.StringValue);
            else if (field == "node" && name == "id")
                yield return new PlanVariable.Node(variable.Name.StringValue);
            else if (name == "by" && LookupOf(model, field) is { } whole)
                yield return new PlanVariable.Input(variable.Name.StringValue, whole);
        }
        else if (argument.Value is GraphQLObjectValue given && name == "by" && LookupOf(model, field) is { } type)
        {
            foreach (var member in Engine.InputBinder.MembersOf(type))
            {
                if (given.Field(member.Name)?.Value is GraphQLVariable inner)
                    yield return new PlanVariable.Input(inner.Name.StringValue, member.Property.PropertyType);
            }
        }
    }

    private static IEnumerable<GraphQLVariable> Within(GraphQLValue value) => value switch
    {
        GraphQLVariable variable => [variable],
        GraphQLObjectValue given => (given.Fields ?? []).SelectMany(field => Within(field.Value)),
        GraphQLListValue list => (list.Values ?? []).SelectMany(Within),
        _ => [],
    };

    private static Type? LookupOf(GraphModel model, string field)
        => model.RootFields.OfType<LookupField>().FirstOrDefault(lookup => lookup.Name == field)?.Lookup.Input;

    /// <summary>Each fragment once, so that the document need not be known to be valid.</summary>
    private static IEnumerable<GraphQLField> RootFields(GraphQLSelectionSet? set, GraphQLDocument document, HashSet<GraphQLFragmentDefinition> visited)
        => (set?.Selections ?? []).SelectMany(selection => selection switch
        {
            GraphQLField field => [field],
            GraphQLInlineFragment inline => RootFields(inline.SelectionSet, document, visited),
            GraphQLFragmentSpread spread when document.FindFragmentDefinition(spread.FragmentName.Name.StringValue) is { } fragment && visited.Add(fragment)
                => RootFields(fragment.SelectionSet, document, visited),
            _ => [],
        });
}
