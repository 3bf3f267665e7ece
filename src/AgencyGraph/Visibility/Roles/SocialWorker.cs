namespace AgencyGraph.Visibility.Roles;

/// <summary>A council's social worker: the children allocated to them, and what is shared about those.</summary>
internal static class SocialWorker
{
    public static Grant Grant { get; } = new(
        Role.SocialWorker,
        "A council's social worker.",
        [Purpose.Safeguarding, Purpose.ChildProtectionEnquiry],
        [
            Permission.ReadOwnIdentity, Permission.ReadAgencies, Permission.ReadChildren, Permission.ReadAccessHistory, Permission.ReadIncidents, Permission.ReadReferrals, Permission.ReadDeadlines,
            Permission.FollowUpdates, Permission.MakeReferral, Permission.SetSafeAddress,
            Permission.AcknowledgeUpdates,
        ],
        new Rows(
            Children: RowRules.AllocatedToCaller,
            Involvement: RowRules.PointerAllocatedToCaller,
            ChildRecords: RowRules.SharedAndAllocatedToCaller,
            Incidents: RowRules.SharedAndAllocatedToCaller,
            Referrals: RowRules.SharedAndAllocatedToCaller,
            AccessDecisions: RowRules.NoRecord,
            Links: RowRules.NoRecord,
            Acknowledgements: RowRules.OwnAgency,
            ReceiverDesignations: RowRules.NoRecord,
            RestrictionDecisions: RowRules.NoRecord,
            ConflictDecisions: RowRules.NoRecord,
            AgencyRegistrations: RowRules.NoRecord,
            RetentionReviews: RowRules.NoRecord,
            LegalHolds: RowRules.NoRecord,
            ChildAccesses: RowRules.ReadByCaller,
            AccessAlerts: RowRules.NoRecord,
            SubjectReports: RowRules.NoRecord,
            Disclosures: RowRules.NoRecord,
            BreakGlass: RowRules.NoRecord,
            Deadlines: RowRules.SharedAndAllocatedToCaller),
        new Dictionary<Detail, DetailGrant>
        {
            [Detail.Open] = DetailGrant.Always,
            [Detail.ChildAccess] = DetailGrant.Always,
            [Detail.Identity] = DetailGrant.Always,
            [Detail.NhsNumber] = DetailGrant.Always,
            [Detail.Upn] = DetailGrant.Always,
            [Detail.UsualAddress] = DetailGrant.Always,
            [Detail.SafeAddress] = DetailGrant.Where(RowRules.AllocatedToCaller).Marked,
            [Detail.Involvement] = DetailGrant.Always,
            [Detail.ResponsibleCouncil] = DetailGrant.Where(RowRules.OwnCouncilResponsible),
            [Detail.Household] = DetailGrant.Always,
            [Detail.AllegedPerpetrator] = DetailGrant.Always,
            [Detail.IncidentNotice] = DetailGrant.Always,
            [Detail.IncidentSummary] = DetailGrant.Always,
            [Detail.ReceivingCouncil] = DetailGrant.Always,
            [Detail.IncidentLocation] = DetailGrant.Always,
            [Detail.Narrative] = DetailGrant.Always,
            [Detail.VoiceOfChild] = DetailGrant.Always,
            [Detail.SharingDecision] = DetailGrant.Always,
            [Detail.ReferralSummary] = DetailGrant.Always,
            [Detail.ReferralReason] = DetailGrant.Always,
            [Detail.ReferralOutcome] = DetailGrant.Always,
            [Detail.Deadline] = DetailGrant.Always,
            [Detail.AssessmentFactors] = DetailGrant.Always,
            [Detail.Receipt] = DetailGrant.Always,
        });
}
