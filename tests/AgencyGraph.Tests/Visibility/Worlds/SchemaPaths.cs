using System.Text.RegularExpressions;
using AgencyGraph.Commands.ExportSchema;
using GraphQLParser;
using GraphQLParser.AST;

namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>One way through the graph, from a root field to a record, and the document that goes it and asks everything of the record.</summary>
internal sealed record SchemaPath(string Root, int Depth, IReadOnlyList<string> Names, string Query);

/// <summary>Every way to a child, a record of one, an incident or a referral, from the printed schema: a new edge is some more.</summary>
internal static partial class SchemaPaths
{
    /// <summary>Fields; the <c>nodes</c> of a connection are free.</summary>
    public const int MaxDepth = 6;

    /// <summary>Each type by the fragment that asks everything of it.</summary>
    private static readonly Dictionary<string, string> Ends = new() { ["Child"] = "C", ["ChildRecord"] = "R", ["Incident"] = "I", ["Referral"] = "F" };

    private static readonly Dictionary<string, string> Fragments = Fragment().Matches(Documents.Fragments).ToDictionary(match => match.Groups[1].Value, match => match.Value);

    private static readonly Dictionary<string, GraphQLObjectTypeDefinition> Types = Parser.Parse(ContractFiles.Print()[ContractFiles.Schema]).Definitions
        .OfType<GraphQLObjectTypeDefinition>().ToDictionary(type => type.Name.StringValue);

    public static IReadOnlyList<SchemaPath> All { get; } = [.. From("Query", [])];

    private static IEnumerable<SchemaPath> From(string type, IReadOnlyList<(string Name, bool IsConnection)> before)
    {
        foreach (var field in Types[type].Fields!) // A type has fields.
        {
            if (field.Arguments?.Any(argument => argument.Type is GraphQLNonNullType) == true || NameOf(field.Type) is not { } name || name == "PageInfo")
                continue;
            var isConnection = name.EndsWith("Connection", StringComparison.Ordinal);
            var target = isConnection ? name[..^"Connection".Length] : name;
            if (!Types.ContainsKey(target))
                continue;
            (string Name, bool IsConnection)[] path = [.. before, (field.Name.StringValue, isConnection)];
            if (Ends.TryGetValue(target, out var fragment))
                yield return new SchemaPath(path[0].Name, path.Length, [.. path.Select(step => step.Name)], Query(path, fragment));
            foreach (var longer in path.Length < MaxDepth ? From(target, path) : [])
                yield return longer;
        }
    }

    private static string Query(IEnumerable<(string Name, bool IsConnection)> path, string fragment)
    {
        var selection = path.Reverse().Aggregate($"__typename ...{fragment}", (inner, step)
            => step.IsConnection ? $"{step.Name}(first: 100) {{ nodes {{ {inner} }} }}" : $"{step.Name} {{ {inner} }}");
        return $"{{ {selection} }} {string.Concat(Needed(fragment).Select(name => Fragments[name]))}";
    }

    private static IEnumerable<string> Needed(string fragment) => fragment switch
    {
        "C" => ["C", "R", "A"],
        "F" => ["F"],
        _ => [fragment, "A"],
    };

    private static string? NameOf(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => NameOf(required.Type),
        GraphQLListType list => NameOf(list.Type),
        GraphQLNamedType named => named.Name.StringValue,
        _ => null,
    };

    [GeneratedRegex(@"fragment (\w) on (?:(?!fragment \w on)[\s\S])+")]
    private static partial Regex Fragment();
}
