using System.Globalization;
using System.Reflection;
using AgencyGraph.Contract.Engine;

namespace AgencyGraph.Commands.Hosting.Settings;

/// <summary>A section of the configuration, and the class that says what may stand in it.</summary>
/// <param name="Name">The section's.</param>
/// <param name="Shape">Its properties are the keys, their summaries the meanings.</param>
/// <param name="Defaults">An object whose properties of the same names hold the defaults; null for one of the shape.</param>
internal sealed record SettingsSection(string Name, Type Shape, object? Defaults = null)
{
    public string Meaning => SummaryOf(Shape);

    public IReadOnlyList<Setting> Settings => [.. Of(Name, Shape, Defaults ?? Activator.CreateInstance(Shape))];

    private static IEnumerable<Setting> Of(string path, Type shape, object? defaults) => shape
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .SelectMany(property => Of(
            $"{path}:{property.Name}", property.PropertyType, defaults?.GetType().GetProperty(property.Name)?.GetValue(defaults), property));

    private static IEnumerable<Setting> Of(string key, Type type, object? value, PropertyInfo property)
    {
        if (Element(type) is { } element)
            return KindOf(element, property.Name) is { } each
                ? [new Setting($"{key}:0", $"list of {each}", Text(value), SummaryOf(property))]
                : Of($"{key}:0", element, null);
        return KindOf(Nullable.GetUnderlyingType(type) ?? type, property.Name) is { } kind
            ? [new Setting(key, kind, Text(value), SummaryOf(property))]
            : Of(key, type, value);
    }

    private static Type? Element(Type type)
        => type.IsArray ? type.GetElementType()
            : type.IsGenericType && type.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? type.GetGenericArguments()[0]
            : type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(IList<>) || open == typeof(IReadOnlyList<>))
                ? type.GetGenericArguments()[0]
                : null;

    /// <summary>Null for a class with keys of its own.</summary>
    private static string? KindOf(Type type, string name)
        => type == typeof(string) ? "text"
            : type == typeof(bool) ? "`true` or `false`"
            : type == typeof(TimeSpan) ? "time, `hh:mm:ss`"
            : type.IsEnum ? string.Join(", ", Enum.GetNames(type).Select(each => $"`{each}`"))
            : type.IsPrimitive ? name.EndsWith("Bytes", StringComparison.Ordinal) ? "bytes" : "number"
            : null;

    /// <summary>On one line, as a table wants it.</summary>
    private static string SummaryOf(MemberInfo member)
        => string.Join(' ', Descriptions.Of(member)?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            ?? throw new InvalidOperationException($"{member.DeclaringType?.Name}.{member.Name} has no summary."));

    private static string Text(object? value) => value switch
    {
        null or "" => "",
        string text => $"`{text}`",
        bool truth => truth ? "`true`" : "`false`",
        System.Collections.IEnumerable list => string.Join(", ", list.Cast<object?>().Select(Text)),
        IFormattable other => $"`{other.ToString(null, CultureInfo.InvariantCulture)}`",
        _ => throw new InvalidOperationException($"A default of the type {value.GetType().Name} cannot be printed."),
    };
}
