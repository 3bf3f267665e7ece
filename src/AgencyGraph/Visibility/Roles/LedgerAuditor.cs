namespace AgencyGraph.Visibility.Roles;

/// <summary>An agency's information governance: who may come in, and who was shown what; no case data.</summary>
internal static class LedgerAuditor
{
    public static Grant Grant { get; } = new(
        Role.LedgerAuditor,
        "An agency's information governance: ids and classes, no content.",
        [Purpose.InformationGovernance],
        [Permission.ReadOwnIdentity, Permission.ReadAgencies, Permission.ReadAccessDecisions, Permission.ReadBreakGlass, Permission.FollowUpdates],
        Rows.None with { AccessDecisions = RowRules.EveryRecord, BreakGlass = RowRules.OwnAgency },
        new Dictionary<Detail, DetailGrant>
        {
            [Detail.Open] = DetailGrant.Always,
            [Detail.AccessDecision] = DetailGrant.Always,
            [Detail.BreakGlass] = DetailGrant.Always,
        });
}
