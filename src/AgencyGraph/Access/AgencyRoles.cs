using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Access;

/// <summary>Which roles suit which kind of agency. A token with another role is not thereby refused: that role is simply not there.</summary>
public static class AgencyRoles
{
    private static readonly IReadOnlyList<Role>[] ByKind =
        [.. Enum.GetValues<AgencyKind>().Select(kind => Enum.GetValues<Role>().Where(role => Suits(role, kind)).ToArray())];

    public static IReadOnlyList<Role> Of(AgencyKind kind) => ByKind[(int)kind];

    public static bool Suits(Role role, AgencyKind kind) => role switch
    {
        Role.PoliceSystem or Role.PoliceOfficer or Role.VettingUnit => kind == AgencyKind.PoliceForce,
        Role.CouncilSystem or Role.HubPractitioner or Role.HubLead or Role.SocialWorker => kind == AgencyKind.Council,
        Role.HealthPractitioner => kind == AgencyKind.HealthBody,
        Role.SchoolLead => kind == AgencyKind.School,
        Role.Inspector or Role.LedgerAuditor or Role.Administrator => true,
        _ => false,
    };
}
