namespace AgencyGraph.Visibility.Roles;

/// <summary>A council's case system: its own cases, and what has been shared with it.</summary>
internal static class CouncilSystem
{
    public static Grant Grant { get; } = new(
        Role.CouncilSystem,
        "A council's case system, by client credentials; a worker for whom it acts is recorded.",
        [Purpose.Safeguarding, Purpose.ChildProtectionEnquiry],
        [
            Permission.ReadOwnIdentity, Permission.ReadAgencies, Permission.ReadChildren, Permission.ReadIncidents, Permission.ReadReferrals,
            Permission.FollowUpdates, Permission.MakeReferral, Permission.AcknowledgeReferral, Permission.RateReferral,
            Permission.DecideReferral, Permission.RecordChild, Permission.AllocateWorker, Permission.SetSafeAddress,
            Permission.AcknowledgeUpdates, Permission.ReadLinks, Permission.DesignateReceiver, Permission.TransferResponsibility,
            Permission.RecordEnrolment, Permission.EndEnrolment,
            Permission.RestrictRecords, Permission.DeclareConflicts, Permission.ReadBreakGlass, Permission.ReviewBreakGlass,
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
            ReceiverDesignations: RowRules.OwnAgency,
            RestrictionDecisions: RowRules.OwnAgency,
            ConflictDecisions: RowRules.OwnAgency,
            AgencyRegistrations: RowRules.NoRecord,
            BreakGlass: RowRules.AnsweredForByOwnCouncil),
        new Dictionary<Detail, DetailGrant>
        {
            [Detail.Open] = DetailGrant.Always,
            [Detail.Identity] = DetailGrant.Always,
            [Detail.NhsNumber] = DetailGrant.Always,
            [Detail.Upn] = DetailGrant.Always,
            [Detail.UsualAddress] = DetailGrant.Always,
            [Detail.SafeAddress] = DetailGrant.Where(RowRules.OwnAgency).Marked,
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
            [Detail.Restriction] = DetailGrant.Always,
            [Detail.ConflictOfInterest] = DetailGrant.Always,
            [Detail.BreakGlass] = DetailGrant.Always,
            [Detail.BreakGlassReason] = DetailGrant.Always,
        });
}
