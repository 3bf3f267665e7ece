using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AgencyGraph.Storage;

/// <summary>The one spelling of an enum's members outside C#: <c>DomesticAbuse</c> is <c>DOMESTIC_ABUSE</c> in the database and in the graph.</summary>
public static class EnumNames
{
    public static IReadOnlyCollection<string> All<TEnum>() where TEnum : struct, Enum => Table<TEnum>.Values.Keys;

    public static string NameOf<TEnum>(TEnum value) where TEnum : struct, Enum => Table<TEnum>.Names[value];

    /// <summary>For code that meets the enum as a <see cref="Type"/>.</summary>
    public static string NameOf(Type type, object value) => Spell(Enum.GetName(type, value) ?? throw new ArgumentException($"Not a {type.Name}.", nameof(value)));

    public static TEnum Parse<TEnum>(string name) where TEnum : struct, Enum => Table<TEnum>.Values[name];

    public static bool TryParse<TEnum>(string? name, out TEnum value) where TEnum : struct, Enum
    {
        value = default;
        return name is not null && Table<TEnum>.Values.TryGetValue(name, out value);
    }

    private static class Table<TEnum> where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> Names = Enum.GetValues<TEnum>().ToDictionary(value => value, value => Spell(value.ToString()));

        public static readonly Dictionary<string, TEnum> Values = Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }

    private static string Spell(string member)
    {
        var name = new StringBuilder();
        for (var i = 0; i < member.Length; i++)
        {
            if (i > 0 && char.IsUpper(member[i]) && !char.IsUpper(member[i - 1]))
                _ = name.Append('_');
            _ = name.Append(char.ToUpperInvariant(member[i]));
        }

        return name.ToString();
    }
}

internal sealed class EnumAsName<TEnum>() : ValueConverter<TEnum, string>(
    value => EnumNames.NameOf(value), name => EnumNames.Parse<TEnum>(name))
    where TEnum : struct, Enum;
