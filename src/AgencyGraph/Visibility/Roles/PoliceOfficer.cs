namespace AgencyGraph.Visibility.Roles;

/// <summary>A police public-protection officer: the children whom the force has recorded, and the force's own incidents and referrals.</summary>
internal static class PoliceOfficer
{
    public static Grant Grant { get; } = new(
        Role.PoliceOfficer,
        "A police public-protection officer.",
        [Purpose.Safeguarding, Purpose.ChildProtectionEnquiry, Purpose.BreakGlass],
        [
            Permission.ReadOwnIdentity, Permission.ReadAgencies, Permission.ReadChildren, Permission.ReadAccessHistory, Permission.ReadIncidents, Permission.ReadReferrals, Permission.ReadDeadlines,
            Permission.FollowUpdates, Permission.MakeReferral, Permission.ShareIncident, Permission.WithholdIncident,
            Permission.AcknowledgeUpdates, Permission.ReadLinks, Permission.ReadBreakGlass,
        ],
        new Rows(
            Children: RowRules.KnownToOwnForce,
            Involvement: RowRules.PointerKnownToOwnForce,
            ChildRecords: RowRules.OwnAgency,
            Incidents: RowRules.OwnAgency,
            Referrals: RowRules.OwnAgency,
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
            Disclosures: RowRules.NoRecord,
            BreakGlass: RowRules.OwnDeed,
            Deadlines: RowRules.OwnAgency),
        new Dictionary<Detail, DetailGrant>
        {
            [Detail.Open] = DetailGrant.Always,
            [Detail.ChildAccess] = DetailGrant.Always,
            [Detail.Identity] = DetailGrant.Always,
            [Detail.Upn] = DetailGrant.Always,
            [Detail.UsualAddress] = DetailGrant.Always,
            [Detail.Involvement] = DetailGrant.Always,
            [Detail.Household] = DetailGrant.Always,
            [Detail.AllegedPerpetrator] = DetailGrant.Always,
            [Detail.IncidentNotice] = DetailGrant.Always,
            [Detail.IncidentSummary] = DetailGrant.Always,
            [Detail.ReceivingCouncil] = DetailGrant.Always,
            [Detail.IncidentLocation] = DetailGrant.Always,
            [Detail.Narrative] = DetailGrant.Always,
            [Detail.VoiceOfChild] = DetailGrant.Always,
            [Detail.Informant] = DetailGrant.Where(RowRules.OwnAgency),
            [Detail.SharingDecision] = DetailGrant.Always,
            [Detail.ReferralSummary] = DetailGrant.Always,
            [Detail.ReferralReason] = DetailGrant.Always,
            [Detail.ReferralOutcome] = DetailGrant.Always,
            [Detail.Deadline] = DetailGrant.Always,
            [Detail.Link] = DetailGrant.Always,
            [Detail.LinkCount] = DetailGrant.Always,
            [Detail.Receipt] = DetailGrant.Always,
            [Detail.BreakGlass] = DetailGrant.Always,
            [Detail.BreakGlassReason] = DetailGrant.Always,
        });
}
