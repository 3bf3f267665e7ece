using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Access;

/// <summary>Roles as tokens, headers and the command line spell them: <c>hub-practitioner</c>.</summary>
public static class RoleNames
{
    private static readonly Role[] Roles = Enum.GetValues<Role>();

    private static readonly string[] Names = [.. Roles.Select(Spell)];

    public static IReadOnlyCollection<string> All => Names;

    public static string NameOf(Role role) => Names[Array.IndexOf(Roles, role)];

    public static Role Parse(string name) => TryParse(name, out var role) ? role : throw new ArgumentException($"{name} is no role.", nameof(name));

    public static bool TryParse(string? name, out Role role)
    {
        var place = Array.IndexOf(Names, name);
        role = place < 0 ? default : Roles[place];
        return place >= 0;
    }

    private static string Spell(Role role)
        => string.Join('-', EnumNames.NameOf(role).Split('_').Select(word => string.Concat(word.Select(char.ToLowerInvariant))));
}
