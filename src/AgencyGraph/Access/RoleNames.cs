using System.Collections.Frozen;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Access;

/// <summary>Roles as tokens, headers and the command line spell them: <c>hub-practitioner</c>.</summary>
public static class RoleNames
{
    private static readonly FrozenDictionary<string, Role> Roles = Enum.GetValues<Role>().ToFrozenDictionary(Spell, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Role, string> Names = Roles.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static IReadOnlyCollection<string> All { get; } = [.. Enum.GetValues<Role>().Select(NameOf)];

    public static string NameOf(Role role) => Names[role];

    public static Role Parse(string name) => Roles[name];

    public static bool TryParse(string? name, out Role role)
    {
        role = default;
        return name is not null && Roles.TryGetValue(name, out role);
    }

    private static string Spell(Role role)
        => string.Join('-', EnumNames.NameOf(role).Split('_').Select(word => string.Concat(word.Select(char.ToLowerInvariant))));
}
