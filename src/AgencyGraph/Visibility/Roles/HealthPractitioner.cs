namespace AgencyGraph.Visibility.Roles;

/// <summary>A health practitioner: the body's own patients, a summary of what is shared about them, and the body's own referrals.</summary>
internal static class HealthPractitioner
{
    public static Grant Grant { get; } = new(
        Role.HealthPractitioner,
        "A health practitioner, for the health body's own patients.",
        [Purpose.Safeguarding, Purpose.ChildProtectionEnquiry, Purpose.BreakGlass],
        [
            Permission.ReadOwnIdentity, Permission.ReadAgencies, Permission.ReadChildren, Permission.ReadAccessHistory, Permission.ReadIncidents, Permission.ReadReferrals, Permission.ReadDeadlines,
            Permission.FollowUpdates, Permission.MakeReferral, Permission.EndEnrolment, Permission.AcknowledgeUpdates,
            Permission.ReadBreakGlass, Permission.ReadMissing,
        ],
        Rows.None with
        {
            Children = RowRules.OwnPatients,
            Involvement = RowRules.PointerToOwnPatients,
            ChildRecords = RowRules.SharedAboutOwnPatients,
            Incidents = RowRules.SharedAboutOwnPatients,
            Referrals = RowRules.OwnOrAboutOwnPatients,
            Acknowledgements = RowRules.OwnAgency,
            Deadlines = RowRules.OwnAgency,
            ChildAccesses = RowRules.ReadByCaller,
            BreakGlass = RowRules.OwnDeed,
            MissingEpisodes = RowRules.SharedAboutOwnPatients,
        },
        new Dictionary<Detail, DetailGrant>
        {
            [Detail.Open] = DetailGrant.Always,
            [Detail.ChildAccess] = DetailGrant.Always,
            [Detail.Identity] = DetailGrant.Always,
            [Detail.NhsNumber] = DetailGrant.Always,
            [Detail.UsualAddress] = DetailGrant.Always,
            [Detail.Involvement] = DetailGrant.Always,
            [Detail.IncidentNotice] = DetailGrant.Always,
            [Detail.IncidentSummary] = DetailGrant.Always,
            [Detail.ReceivingCouncil] = DetailGrant.Where(RowRules.OwnAgency),
            [Detail.VoiceOfChild] = DetailGrant.Always,
            [Detail.ReferralSummary] = DetailGrant.Always,
            [Detail.ReferralReason] = DetailGrant.Where(RowRules.OwnAgency),
            [Detail.ReferralOutcome] = DetailGrant.Where(RowRules.OwnAgency),
            [Detail.Deadline] = DetailGrant.Always,
            [Detail.Receipt] = DetailGrant.Always,
            [Detail.BreakGlass] = DetailGrant.Always,
            [Detail.BreakGlassReason] = DetailGrant.Always,
            [Detail.MissingNotice] = DetailGrant.Always,
            [Detail.MissingSummary] = DetailGrant.Always,
            [Detail.PlanStatus] = DetailGrant.Always,
            [Detail.ReturnInterview] = DetailGrant.Always,
            [Detail.ReturnInterviewRisk] = DetailGrant.Always,
        });
}
