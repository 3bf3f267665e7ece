namespace AgencyGraph.Visibility.Roles;

/// <summary>A school's designated safeguarding lead: pupils on roll, notices of domestic abuse about them, and the school's own referrals.</summary>
internal static class SchoolLead
{
    public static Grant Grant { get; } = new(
        Role.SchoolLead,
        "A school's designated safeguarding lead (DSL), for pupils on roll.",
        [Purpose.Safeguarding],
        [
            Permission.ReadOwnIdentity, Permission.ReadAgencies, Permission.ReadChildren, Permission.ReadAccessHistory, Permission.ReadIncidents, Permission.ReadReferrals, Permission.ReadDeadlines,
            Permission.FollowUpdates, Permission.MakeReferral, Permission.EndEnrolment, Permission.AcknowledgeUpdates, Permission.ReadMissing,
        ],
        Rows.None with
        {
            Children = RowRules.OnOwnRoll,
            Involvement = RowRules.CouncilsOfOwnPupils,
            ChildRecords = RowRules.OfCouncilOrNoticeOnOwnRoll,
            Incidents = RowRules.NoticeOnOwnRoll,
            Referrals = RowRules.OwnAgency,
            Acknowledgements = RowRules.OwnAgency,
            Deadlines = RowRules.OwnAgency,
            ChildAccesses = RowRules.ReadByCaller,
            MissingEpisodes = RowRules.MissingFromOwnRoll,
        },
        new Dictionary<Detail, DetailGrant>
        {
            [Detail.Open] = DetailGrant.Always,
            [Detail.ChildAccess] = DetailGrant.Always,
            [Detail.Identity] = DetailGrant.Always,
            [Detail.Upn] = DetailGrant.Always,
            [Detail.Involvement] = DetailGrant.Always,
            [Detail.IncidentNotice] = DetailGrant.Always,
            [Detail.ReceivingCouncil] = DetailGrant.Where(RowRules.OwnAgency),
            [Detail.VoiceOfChild] = DetailGrant.Always,
            [Detail.ReferralSummary] = DetailGrant.Always,
            [Detail.ReferralReason] = DetailGrant.Always,
            [Detail.ReferralOutcome] = DetailGrant.Always,
            [Detail.Deadline] = DetailGrant.Always,
            [Detail.Receipt] = DetailGrant.Always,
            [Detail.MissingNotice] = DetailGrant.Always,
            [Detail.PlanStatus] = DetailGrant.Always,
        });
}
