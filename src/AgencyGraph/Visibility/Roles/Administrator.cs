namespace AgencyGraph.Visibility.Roles;

/// <summary>Keeps the service; has no case data.</summary>
internal static class Administrator
{
    public static Grant Grant { get; } = new(
        Role.Administrator,
        "Keeps the service; has no case data.",
        [Purpose.Administration],
        [
            Permission.ReadOwnIdentity, Permission.ReadAgencies, Permission.DecideOnAccess, Permission.ReadAccessDecisions, Permission.ReadLinks,
            Permission.RegisterAgencies, Permission.DeclareConflicts,
        ],
        Rows.None with
        {
            AccessDecisions = RowRules.EveryRecord, Links = RowRules.EveryRecord, ConflictDecisions = RowRules.OwnAgency,
            AgencyRegistrations = RowRules.EveryRecord,
        },
        new Dictionary<Detail, DetailGrant>
        {
            [Detail.Open] = DetailGrant.Always,
            [Detail.AccessDecision] = DetailGrant.Always,
            [Detail.Link] = DetailGrant.Always,
            [Detail.LinkCount] = DetailGrant.Always,
            [Detail.ConflictOfInterest] = DetailGrant.Always,
            [Detail.AgencyRegistration] = DetailGrant.Always,
        });
}
