using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Suspensions;

/// <summary>Somebody in one role: a name that a suspension can hold.</summary>
public static class HeldRole
{
    /// <summary>The longest role's name, and whoever can hold a relationship.</summary>
    public const int NameMaxLength = Relationship.HolderMaxLength + 40;

    /// <summary>The role stands first, so that no subject can look like another's role: <c>POLICE_OFFICER/GMP/jane</c>.</summary>
    public static string NameOf(Role role, AgencyCode agency, string subject)
        => $"{EnumNames.NameOf(role)}/{Relationship.WorkerHolder(agency.Value, subject)}";

    /// <summary>The bearer's; null while they act in no role.</summary>
    public static string? NameOf(Bearer bearer) => bearer.Role is { } role ? NameOf(role, bearer.Agency, bearer.Subject) : null;
}
