using System.ComponentModel;
using System.Reflection;

namespace AgencyGraph.Contract.Engine;

/// <summary>The graph's descriptions of what is declared in C#: a Description attribute, else the XML documentation's summary.</summary>
internal static class Descriptions
{
    private static readonly Assembly Own = typeof(Descriptions).Assembly;

    /// <summary>By the documentation's name of the member.</summary>
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Summaries = new(() => SummariesFile.Read(Path.ChangeExtension(Own.Location, ".xml")));

    public static string? Of(MemberInfo member)
        => member.GetCustomAttribute<DescriptionAttribute>()?.Description
            ?? (member.Module.Assembly == Own ? Summaries.Value.GetValueOrDefault(NameOf(member)) : null);

    // https://learn.microsoft.com/dotnet/csharp/language-reference/xmldoc/#id-strings
    private static string NameOf(MemberInfo member) => member switch
    {
        Type type => $"T:{NameOf(type)}",
        PropertyInfo property => $"P:{NameOf(property.DeclaringType)}.{property.Name}",
        FieldInfo field => $"F:{NameOf(field.DeclaringType)}.{field.Name}",
        _ => throw new ArgumentException($"{member.Name} is neither a type nor a property nor a field.", nameof(member)),
    };

    private static string? NameOf(Type? type)
        => (type is { IsConstructedGenericType: true } ? type.GetGenericTypeDefinition() : type)?.FullName?.Replace('+', '.');
}
