namespace AgencyGraph.Visibility.Roles;

/// <summary>A force's record system: writes and reads what the force itself recorded.</summary>
internal static class PoliceSystem
{
    public static Grant Grant { get; } = new(
        Role.PoliceSystem,
        "A force's record system, by client credentials.",
        [Purpose.Safeguarding],
        [
            Permission.ReadOwnIdentity, Permission.ReadAgencies, Permission.ReadChildren, Permission.ReadIncidents, Permission.ReadReferrals,
            Permission.FollowUpdates, Permission.RecordIncident, Permission.CorrectIncident, Permission.ShareIncident,
            Permission.WithholdIncident, Permission.MakeReferral,
            Permission.AcknowledgeUpdates, Permission.ReadLinks, Permission.DesignateReceiver, Permission.RestrictRecords, Permission.DeclareConflicts,
            Permission.ReadRetentionReviews, Permission.DecideRetention, Permission.PlaceLegalHolds,
        ],
        new Rows(
            Children: RowRules.KnownToOwnForce,
            Involvement: RowRules.OwnAgency,
            ChildRecords: RowRules.OwnAgency,
            Incidents: RowRules.OwnAgency,
            Referrals: RowRules.OwnAgency,
            AccessDecisions: RowRules.NoRecord,
            Links: RowRules.EitherSide,
            Acknowledgements: RowRules.OwnAgency,
            ReceiverDesignations: RowRules.OwnAgency,
            RestrictionDecisions: RowRules.OwnAgency,
            ConflictDecisions: RowRules.OwnAgency,
            AgencyRegistrations: RowRules.NoRecord,
            RetentionReviews: RowRules.OwnAgency,
            LegalHolds: RowRules.OwnAgency,
            ChildAccesses: RowRules.NoRecord,
            AccessAlerts: RowRules.NoRecord,
            SubjectReports: RowRules.NoRecord,
            Disclosures: RowRules.NoRecord),
        new Dictionary<Detail, DetailGrant>
        {
            [Detail.Open] = DetailGrant.Always,
            [Detail.Identity] = DetailGrant.Always,
            [Detail.Upn] = DetailGrant.Always,
            [Detail.UsualAddress] = DetailGrant.Always,
            [Detail.SafeAddress] = DetailGrant.Where(RowRules.OwnAgency),
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
            [Detail.ReferralOutcome] = DetailGrant.Where(RowRules.OwnAgency),
            [Detail.Link] = DetailGrant.Always,
            [Detail.LinkCount] = DetailGrant.Always,
            [Detail.Receipt] = DetailGrant.Always,
            [Detail.Restriction] = DetailGrant.Always,
            [Detail.ConflictOfInterest] = DetailGrant.Always,
            [Detail.Retention] = DetailGrant.Always,
            [Detail.LegalHold] = DetailGrant.Always,
        });
}
