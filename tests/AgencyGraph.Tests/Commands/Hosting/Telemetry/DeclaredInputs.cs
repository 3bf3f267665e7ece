using System.Text.Json.Nodes;
using GraphQLParser;
using GraphQLParser.AST;

namespace AgencyGraph.Tests.Commands.Hosting.Telemetry;

/// <summary>Every place of the declared graph at which a client can write something, from the printed schema: a new field is one more.</summary>
internal sealed class DeclaredInputs
{
    private readonly Dictionary<string, GraphQLInputObjectTypeDefinition> inputs;
    private readonly Dictionary<string, string> enums;
    private readonly GraphQLObjectTypeDefinition[] roots;

    public DeclaredInputs(string schema)
    {
        var definitions = Parser.Parse(schema).Definitions;
        inputs = definitions.OfType<GraphQLInputObjectTypeDefinition>().ToDictionary(type => type.Name.StringValue);
        enums = definitions.OfType<GraphQLEnumTypeDefinition>().ToDictionary(type => type.Name.StringValue, type => type.Values![0].Name.StringValue); // An enum has values.
        roots = [.. definitions.OfType<GraphQLObjectTypeDefinition>().Where(type => type.Name.StringValue is "Mutation" or "Query")];
    }

    /// <summary>A request for each place, with the mark at it and what else must be there; one request more with the mark at every text.</summary>
    public IEnumerable<(string Query, JsonObject Variables)> Requests(Func<string> mark)
    {
        foreach (var root in roots)
        {
            foreach (var field in root.Fields!) // A root has fields.
            {
                var arguments = field.Arguments?.ToArray() ?? [];
                if (arguments.Length == 0)
                    continue;
                foreach (var place in arguments.SelectMany(argument => Places(argument, "")).Append("*"))
                    yield return (Document(root, field, arguments), Variables(arguments, place, mark));
            }
        }
    }

    private static string Document(GraphQLObjectTypeDefinition root, GraphQLFieldDefinition field, GraphQLInputValueDefinition[] arguments)
    {
        var variables = string.Join(", ", arguments.Select(argument => $"${argument.Name.StringValue}: {Written(argument.Type)}"));
        var given = string.Join(", ", arguments.Select(argument => $"{argument.Name.StringValue}: ${argument.Name.StringValue}"));
        return $"{root.Name.StringValue.ToLowerInvariant()}({variables}) {{ {field.Name.StringValue}({given}) {{ __typename }} }}";
    }

    private static string Written(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => $"{Written(required.Type)}!",
        GraphQLListType list => $"[{Written(list.Type)}]",
        GraphQLNamedType named => named.Name.StringValue,
        _ => throw new InvalidOperationException(type.Kind.ToString()),
    };

    private static string NameOf(GraphQLType type) => Written(type).Trim('[', ']', '!');

    private IEnumerable<string> Places(GraphQLInputValueDefinition value, string above)
    {
        var place = $"{above}/{value.Name.StringValue}";
        return inputs.TryGetValue(NameOf(value.Type), out var inner) ? inner.Fields!.SelectMany(field => Places(field, place)) : [place];
    }

    private JsonObject Variables(IEnumerable<GraphQLInputValueDefinition> values, string place, Func<string> mark, string above = "", bool isOne = false)
    {
        var result = new JsonObject();
        var wanted = values.Where(value => IsNeeded(value, place, $"{above}/{value.Name.StringValue}")).ToArray();
        if (isOne)
            wanted = [wanted.FirstOrDefault() ?? values.First()];
        foreach (var value in wanted)
        {
            var at = $"{above}/{value.Name.StringValue}";
            JsonNode? written = inputs.TryGetValue(NameOf(value.Type), out var inner)
                ? Variables(inner.Fields!, place, mark, at, inner.Directives?.Any(directive => directive.Name.StringValue == "oneOf") == true)
                : Leaf(value, place == at || (place == "*" && IsFree(value)) ? mark : null);
            result[value.Name.StringValue] = Written(value.Type).StartsWith('[') ? new JsonArray(written) : written;
        }

        return result;
    }

    private static bool IsNeeded(GraphQLInputValueDefinition value, string place, string at)
        => (value.Type is GraphQLNonNullType && value.DefaultValue is null) || place == at || place.StartsWith(at + "/", StringComparison.Ordinal)
            || (place == "*" && IsFree(value));

    /// <summary>Texts that no rule holds to a form.</summary>
    private static bool IsFree(GraphQLInputValueDefinition value)
        => NameOf(value.Type) == "String" && Usual(value.Name.StringValue) is null && value.Name.StringValue is not ("nhsNumber" or "upn" or "postcode" or "sex" or "voice");

    private JsonNode? Leaf(GraphQLInputValueDefinition value, Func<string>? mark)
        => mark is not null ? mark() : enums.TryGetValue(NameOf(value.Type), out var one) ? one : Usual(value.Name.StringValue) ?? (NameOf(value.Type) switch
        {
            "UUID" => Guid.NewGuid().ToString(),
            "DateTime" => "2026-01-01T10:00:00Z",
            "LocalDate" => "2026-01-01",
            "Int" => (JsonNode)1,
            "Boolean" => (JsonNode)true,
            _ => "Test",
        });

    private static JsonNode? Usual(string field) => field switch
    {
        "council" => "BUR",
        "kind" => "DOMESTIC_ABUSE",
        "riskGrade" => "HIGH",
        "role" => "VICTIM",
        "bornOn" => "2015-05-05",
        "occurredAt" or "reportedAt" or "recordedAt" => "2026-01-01T10:00:00Z",
        _ => null,
    };
}
