using System.Text;
using System.Text.RegularExpressions;

namespace AgencyGraph.Commands.Import;

/// <summary>The extract's name of a place in the input: <c>persons.2.nhsNumber</c> is <c>persons[2].nhs</c>.</summary>
internal static partial class FieldPath
{
    /// <summary>A reason that names other fields, by the extract's names; only those that no word of the language could be.</summary>
    public static string InWordsOfExtract(string message, Shape line)
        => CamelCase().Replace(message, name => line.Fields.FirstOrDefault(field => field.Target == name.Value)?.Name ?? name.Value);

    /// <summary>A step that is in no shape is kept as it is.</summary>
    public static string ToExtract(string path, Shape line)
    {
        var name = new StringBuilder();
        Shape? shape = line;
        string? group = null;
        foreach (var step in StepsInItem(path))
        {
            if (step.All(char.IsAsciiDigit))
                _ = name.Append('[').Append(step).Append(']');
            else if (group is null && shape?.Fields.Any(field => field.Group == step) == true)
                group = step;
            else
            {
                var field = shape?.Fields.FirstOrDefault(each => each.Target == step && each.Group == group);
                _ = name.Append(name.Length == 0 ? "" : ".").Append(field?.Name ?? step);
                (shape, group) = (field?.Of, null);
            }
        }

        return group is null ? name.ToString() : line.Fields.First(field => field.Group == group).Name;
    }

    private static string[] StepsInItem(string path)
    {
        var steps = path.Split('.', StringSplitOptions.RemoveEmptyEntries);
        if (steps is ["input", .. var inInput])
            steps = inInput;
        return steps is ["items", _, .. var inItem] ? inItem : steps;
    }

    [GeneratedRegex("[a-z]+[A-Z][A-Za-z]*")]
    private static partial Regex CamelCase();
}
