using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>Where a role is shown a class of fields, on the records that it sees.</summary>
internal enum Shown
{
    Never,
    Always,

    /// <summary>On what the caller's own agency wrote.</summary>
    Own,

    /// <summary>On what the caller's own agency wrote; where it is not, the caller is told that something exists.</summary>
    OwnElseTold,

    /// <summary>On what is about a child allocated to the caller in person; elsewhere the caller is told that something exists.</summary>
    NamedElseTold,

    /// <summary>On what is about children whom nobody keeps safe anywhere.</summary>
    UnlessSafe,

    /// <summary>The same; elsewhere the caller is told that something exists.</summary>
    UnlessSafeElseTold,

    /// <summary>The same, and on what is about a child allocated to the caller in person.</summary>
    UnlessSafeOrNamedElseTold,
}

/// <summary>The columns of the visibility matrix, by hand.</summary>
internal static class Details
{
    public static Shown Of(Role role, Detail detail) => role switch
    {
        Role.HealthPractitioner => OfHealth(detail),
        Role.SchoolLead => OfSchool(detail),
        _ => OfPoliceAndCouncil(role, detail),
    };

    public static bool IsPolice(Role role) => role is Role.PoliceSystem or Role.PoliceOfficer;

    public static bool HasRecords(Role role) => role is not (Role.Inspector or Role.Administrator or Role.VettingUnit or Role.LedgerAuditor);

    /// <summary>Whether the role may ask who was shown what.</summary>
    public static bool KnowsOfReaders(Role role) => role == Role.LedgerAuditor || (HasRecords(role) && role != Role.PoliceSystem);

    private static Shown OfPoliceAndCouncil(Role role, Detail detail) => detail switch
    {
        Detail.NhsNumber => IsPolice(role) ? Shown.Never : Shown.Always,
        Detail.SafeAddress => role switch
        {
            Role.PoliceSystem => Shown.Always,
            Role.PoliceOfficer => Shown.Never,
            Role.CouncilSystem => Shown.OwnElseTold,
            _ => Shown.NamedElseTold,
        },
        Detail.Informant => IsPolice(role) || role == Role.HubLead ? Shown.Always : Shown.Never,
        Detail.Involvement => role == Role.PoliceSystem ? Shown.Never : Shown.Always,
        Detail.ResponsibleCouncil => IsPolice(role) ? Shown.Never : Shown.Always,
        Detail.AssessmentFactors => IsPolice(role) ? Shown.Never : Shown.Always,
        Detail.MissingPlace => role switch
        {
            Role.PoliceSystem => Shown.Always,
            Role.PoliceOfficer => Shown.UnlessSafe,
            Role.CouncilSystem => Shown.UnlessSafeElseTold,
            _ => Shown.UnlessSafeOrNamedElseTold,
        },
        Detail.ReturnInterviewRisk => role == Role.PoliceSystem ? Shown.Never : Shown.Always,
        Detail.ReturnInterviewContent => IsPolice(role) ? Shown.Never : Shown.Always,
        _ => Shown.Always,
    };

    private static Shown OfHealth(Detail detail) => detail switch
    {
        Detail.Open or Detail.Identity or Detail.NhsNumber or Detail.UsualAddress or Detail.Involvement or Detail.IncidentNotice
            or Detail.IncidentSummary or Detail.VoiceOfChild or Detail.ReferralSummary or Detail.MissingNotice or Detail.MissingSummary
            or Detail.PlanStatus or Detail.ReturnInterview or Detail.ReturnInterviewRisk or Detail.Deadline => Shown.Always,
        Detail.ReceivingCouncil or Detail.ReferralReason or Detail.ReferralOutcome => Shown.Own,
        _ => Shown.Never,
    };

    private static Shown OfSchool(Detail detail) => detail switch
    {
        Detail.Open or Detail.Identity or Detail.Upn or Detail.Involvement or Detail.IncidentNotice or Detail.VoiceOfChild
            or Detail.ReferralSummary or Detail.ReferralReason or Detail.ReferralOutcome or Detail.MissingNotice or Detail.PlanStatus or Detail.Deadline => Shown.Always,
        Detail.ReceivingCouncil => Shown.Own,
        _ => Shown.Never,
    };
}
