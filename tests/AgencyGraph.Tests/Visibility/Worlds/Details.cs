using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>Where a role is shown a class of fields, on the records that it sees.</summary>
internal enum Shown
{
    Never,
    Always,

    /// <summary>On what the caller's own agency wrote; where it is not, the caller is told that something exists.</summary>
    OwnElseTold,

    /// <summary>On what is about a child allocated to the caller in person; elsewhere the caller is told that something exists.</summary>
    NamedElseTold,
}

/// <summary>The columns of the visibility matrix, by hand.</summary>
internal static class Details
{
    public static Shown Of(Role role, Detail detail) => detail switch
    {
        Detail.NhsNumber => IsPolice(role) ? Shown.Never : Shown.Always,
        Detail.SafeAddress => role switch
        {
            Role.PoliceSystem => Shown.Always,
            Role.PoliceOfficer => Shown.Never,
            Role.CouncilSystem => Shown.OwnElseTold,
            _ => Shown.NamedElseTold,
        },
        Detail.Informant => IsPolice(role) ? Shown.Always : Shown.Never,
        Detail.Involvement => role == Role.PoliceSystem ? Shown.Never : Shown.Always,
        Detail.ResponsibleCouncil => IsPolice(role) ? Shown.Never : Shown.Always,
        Detail.AssessmentFactors => IsPolice(role) ? Shown.Never : Shown.Always,
        _ => Shown.Always,
    };

    public static bool IsPolice(Role role) => role is Role.PoliceSystem or Role.PoliceOfficer;

    public static bool HasRecords(Role role) => role is not (Role.Inspector or Role.Administrator);
}
