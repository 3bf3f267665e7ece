namespace AgencyGraph.Visibility;

/// <summary>Which roles are an agency's record system's, and not a person's.</summary>
public static class SystemRoles
{
    public static bool IsSystem(this Role role) => role is Role.PoliceSystem or Role.CouncilSystem;
}
