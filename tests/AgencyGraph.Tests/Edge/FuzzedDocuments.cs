using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AgencyGraph.Contract.Engine;
using GraphQL;
using GraphQL.Types;

namespace AgencyGraph.Tests.Edge;

/// <summary>Writes documents by the schema, so that most are run; with a small chance at each step of something that does not fit.</summary>
internal sealed class FuzzedDocuments(GraphSchema schema)
{
    private const int Mistakes = 60;
    private const int MostFields = 6;

    /// <summary>No text by chance is a page's cursor: each makes the whole document one that is refused.</summary>
    private const int Cursors = 10;

    private static readonly string[] Texts =
        ["BUR", "WRL", "HIDDEN-1", "greater-manchester", "GMP/2026/1", "9990000018", "", "a", "\\u0000", "2026-01-01", "2026-01-01T00:00:00Z", "' OR 1=1 --", "é🚔", "YwGiDHWDtnCHkhODNCU4DsQ"];

    /// <summary>Values for the variables that documents may use.</summary>
    public static JsonObject Variables(Random chance) => new()
    {
        ["n"] = chance.Next(5) == 0 ? JsonValue.Create(Texts[chance.Next(Texts.Length)]) : JsonValue.Create(chance.Next(-1, 102)),
        ["s"] = chance.Next(5) == 0 ? null : JsonValue.Create(Texts[chance.Next(Texts.Length)].Replace("\\u0000", "\0", StringComparison.Ordinal)),
        ["b"] = chance.Next(5) == 0 ? new JsonArray(1, null, "x") : JsonValue.Create(chance.Next(2) == 0),
    };

    public string Write(Random chance)
    {
        schema.Initialize();
        var (kind, root) = chance.Next(10) switch
        {
            0 => ("mutation", schema.Mutation!), // The schema has all three.
            1 => ("subscription", schema.Subscription!),
            _ => ("query", schema.Query),
        };
        var text = new StringBuilder();
        var selection = new StringBuilder();
        WriteSelection(selection, root, kind == "query" ? chance.Next(1, 3) : 1, 0, chance);
        _ = text.Append(kind).Append(" Q");
        if (Used(selection, "$n", "$s", "$b") is { Length: > 0 } used)
            _ = text.Append('(').Append(used).Append(')');
        _ = text.Append(' ').Append(selection);
        if (selection.ToString().Contains("...F", StringComparison.Ordinal))
            _ = text.Append(" fragment F on Incident { id reference ").Append(Is(Mistakes, chance) ? "...F" : "").Append(" }");
        return text.ToString();
    }

    private static string Used(StringBuilder selection, params string[] variables)
    {
        var text = selection.ToString();
        return string.Join(", ", variables.Where(name => text.Contains(name, StringComparison.Ordinal))
            .Select(name => $"{name}: {name switch { "$n" => "Int", "$s" => "String", _ => "Boolean! = true" }}"));
    }

    private static bool Is(int oneIn, Random chance) => chance.Next(oneIn) == 0;

    private static void WriteSelection(StringBuilder text, IGraphType type, int count, int depth, Random chance)
    {
        _ = text.Append("{ ");
        if (type is IComplexGraphType complex && type is not UnionGraphType)
        {
            var fields = complex.Fields.Where(field => depth < 8 || field.ResolvedType!.GetNamedType() is not IComplexGraphType).ToArray();
            for (var i = 0; i < count && fields.Length > 0; i++)
                WriteField(text, fields[chance.Next(fields.Length)], i, depth, chance);
        }

        if (type.Name == "Incident" && Is(6, chance))
            _ = text.Append("...F ");
        if (type is IAbstractGraphType { PossibleTypes: { Count: > 0 } possible } && depth < 6)
        {
            var one = possible.ElementAt(chance.Next(possible.Count));
            _ = text.Append("... on ").Append(one.Name).Append(' ');
            WriteSelection(text, one, chance.Next(1, 3), depth, chance);
        }

        _ = text.Append(Is(Mistakes, chance) ? "nowhere " : "").Append(depth == 0 ? "" : "__typename ").Append("} ");
    }

    private static void WriteField(StringBuilder text, FieldType field, int index, int depth, Random chance)
    {
        if (Is(3, chance) && depth > 0)
            _ = text.Append(CultureInfo.InvariantCulture, $"a{index}: ");
        _ = text.Append(field.Name);
        var arguments = (field.Arguments ?? []).Where(argument => argument.ResolvedType is NonNullGraphType || Is(2, chance) || argument.Name == "first")
            .Where(argument => argument.Name switch { "last" => Is(Mistakes, chance), "after" or "before" => Is(Cursors, chance), _ => true }).ToArray();
        if (arguments.Length > 0)
            _ = text.Append('(').AppendJoin(", ", arguments.Select(argument => $"{argument.Name}: {Value(argument.Name, argument.ResolvedType!, 0, chance)}")).Append(')');
        if (Is(20, chance) && depth > 0)
            _ = text.Append(Is(2, chance) ? " @include(if: $b)" : " @skip(if: false)");
        _ = text.Append(' ');
        var below = field.ResolvedType!.GetNamedType();
        if (below is IComplexGraphType or UnionGraphType)
            WriteSelection(text, below, chance.Next(1, MostFields), depth + 1, chance);
    }

    private static string Value(string name, IGraphType type, int depth, Random chance)
    {
        if (Is(Mistakes, chance))
            return chance.Next(5) switch { 0 => "null", 1 => "[[1]]", 2 => "{ nowhere: 1 }", 3 => "NOWHERE", _ => "$s" };
        return type switch
        {
            NonNullGraphType whole => Value(name, whole.ResolvedType!, depth, chance),
            ListGraphType list => $"[{string.Join(", ", Enumerable.Range(0, chance.Next(3)).Select(_ => Value(name, list.ResolvedType!, depth, chance)))}]",
            EnumerationGraphType values => values.Values.ElementAt(chance.Next(values.Values.Count)).Name,
            IInputObjectGraphType input => Object(input, depth, chance),
            _ => Leaf(name, type, chance),
        };
    }

    private static string Object(IInputObjectGraphType input, int depth, Random chance)
    {
        var fields = input.Fields.Where(field => field.ResolvedType is NonNullGraphType || (depth < 4 && Is(3, chance))).ToArray();
        if (input.IsOneOf)
            fields = [input.Fields.ElementAt(chance.Next(input.Fields.Count))];
        return $"{{ {string.Join(", ", fields.Select(field => $"{field.Name}: {Value(field.Name, field.ResolvedType!, depth + 1, chance)}"))} }}";
    }

    private static string Leaf(string name, IGraphType type, Random chance) => type.Name switch
    {
        "Int" => name is "first" or "last" && Is(4, chance) ? "$n" : chance.Next(1, 30).ToString(CultureInfo.InvariantCulture),
        "Boolean" => Is(2, chance) ? "true" : "false",
        "UUID" => $"\"{new Guid(Enumerable.Range(0, 16).Select(_ => (byte)chance.Next(256)).ToArray())}\"",
        "String" when Is(4, chance) => "$s",
        "DateTime" => "\"2026-01-01T00:00:00Z\"",
        "LocalDate" => "\"2016-02-29\"",
        _ => $"\"{Texts[chance.Next(Texts.Length)]}\"",
    };
}
