using System.Text.Json;
using GraphQLParser.AST;

namespace AgencyGraph.Contract.Engine;

/// <summary>The variable that gives a stream's position and nothing else, apart from the others, which decide what the stream is told.</summary>
/// <param name="Value">The cursor; null where it is none, or is given in another way.</param>
/// <param name="OtherVariables">The others, in one order.</param>
/// <param name="IsShareable">False where only validation can tell what the variable's value is.</param>
internal sealed record CursorVariable(string? Value, string OtherVariables, bool IsShareable)
{
    /// <param name="name">From <see cref="NameIn"/>.</param>
    public static CursorVariable Of(string? name, GraphRequest request)
    {
        var value = name is not null && request.Variables is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty(name, out var found)
            ? found : default;
        var cursor = value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= CursorScalar.MaxLength } text ? text : null;
        return new CursorVariable(cursor, Others(request, name), cursor is not null || value.ValueKind == JsonValueKind.Undefined);
    }

    /// <summary>The variable that is used once, for the position; null where there is none.</summary>
    public static string? NameIn(GraphQLDocument document, GraphQLField field)
    {
        var name = (field.Arguments?.Items.FirstOrDefault(argument => argument.Name.Value == "after")?.Value as GraphQLVariable)?.Name.StringValue;
        return name is not null && VariableUses.Of(document).GetValueOrDefault(name) == 1 ? name : null;
    }

    private static string Others(GraphRequest request, string? name)
        => request.Variables is { ValueKind: JsonValueKind.Object } given
            ? JsonSerializer.Serialize(given.EnumerateObject().Where(variable => variable.Name != name)
                .OrderBy(variable => variable.Name, StringComparer.Ordinal)
                .Select(variable => new { variable.Name, Value = variable.Value.GetRawText() }))
            : "";
}
