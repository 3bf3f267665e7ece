namespace AgencyGraph.Visibility.Roles;

/// <summary>An agency's information governance: who may come in, who was shown what, and what the subject of it is told; no case data.</summary>
internal static class LedgerAuditor
{
    public static Grant Grant { get; } = new(
        Role.LedgerAuditor,
        "An agency's information governance: ids and classes, no content.",
        [Purpose.InformationGovernance],
        [
            Permission.ReadOwnIdentity, Permission.ReadAgencies, Permission.ReadAccessDecisions, Permission.ReadAccessHistory, Permission.ReadLedger,
            Permission.AnswerSubjects, Permission.FollowUpdates,
        ],
        Rows.None with
        {
            AccessDecisions = RowRules.EveryRecord,
            ChildAccesses = RowRules.ReadByOwnAgencyOrOfOwnCouncil,
            AccessAlerts = RowRules.OwnAgency,
            SubjectReports = RowRules.OwnAgency,
            Disclosures = RowRules.OwnAgency,
        },
        new Dictionary<Detail, DetailGrant>
        {
            [Detail.Open] = DetailGrant.Always,
            [Detail.AccessDecision] = DetailGrant.Always,
            [Detail.ChildAccess] = DetailGrant.Always,
            [Detail.AccessAlert] = DetailGrant.Always,
            [Detail.SubjectReport] = DetailGrant.Always,
            [Detail.Disclosure] = DetailGrant.Always,
        });
}
