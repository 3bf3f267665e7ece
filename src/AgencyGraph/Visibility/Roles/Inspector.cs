namespace AgencyGraph.Visibility.Roles;

/// <summary>An inspector: aggregates only, so sees no record of a child; small counts are not theirs either.</summary>
internal static class Inspector
{
    public static Grant Grant { get; } = new(
        Role.Inspector,
        "An inspector: aggregates only, no record.",
        [Purpose.Inspection],
        [Permission.ReadOwnIdentity, Permission.ReadAgencies, Permission.ReadLinks],
        Rows.None with { Links = RowRules.EveryRecord },
        new Dictionary<Detail, DetailGrant> { [Detail.Open] = DetailGrant.Always, [Detail.Link] = DetailGrant.Always });
}
