namespace AgencyGraph.Visibility.Roles;

/// <summary>A hub (MASH) practitioner: children of whom the hub has been told, and what has been shared with the council.</summary>
internal static class HubPractitioner
{
    public static Grant Grant { get; } = new(
        Role.HubPractitioner,
        "A practitioner of a council's multi-agency safeguarding hub (MASH).",
        [Purpose.Safeguarding, Purpose.ChildProtectionEnquiry],
        [
            Permission.ReadOwnIdentity, Permission.ReadAgencies, Permission.ReadChildren, Permission.ReadAccessHistory, Permission.ReadIncidents, Permission.ReadReferrals,
            Permission.FollowUpdates, Permission.MakeReferral, Permission.AcknowledgeReferral, Permission.RateReferral,
            Permission.DecideReferral, Permission.RecordChild, Permission.AllocateWorker, Permission.SetSafeAddress,
            Permission.AcknowledgeUpdates, Permission.ReadLinks, Permission.TransferResponsibility,
            Permission.RecordEnrolment, Permission.EndEnrolment,
        ],
        new Rows(
            Children: RowRules.KnownToOwnCouncil,
            Involvement: RowRules.PointerKnownToOwnCouncil,
            ChildRecords: RowRules.SharedWithOwnCouncil,
            Incidents: RowRules.SharedWithOwnCouncil,
            Referrals: RowRules.SharedWithOwnCouncil,
            AccessDecisions: RowRules.NoRecord,
            Links: RowRules.EitherSide,
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
            Disclosures: RowRules.NoRecord),
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
            [Detail.AssessmentFactors] = DetailGrant.Always,
            [Detail.Link] = DetailGrant.Always,
            [Detail.LinkCount] = DetailGrant.Always,
            [Detail.Receipt] = DetailGrant.Always,
        });
}
