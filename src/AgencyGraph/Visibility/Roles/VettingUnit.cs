namespace AgencyGraph.Visibility.Roles;

/// <summary>A force's disclosure unit: it works on vetting checks, and sees no record of a child.</summary>
internal static class VettingUnit
{
    public static Grant Grant { get; } = new(
        Role.VettingUnit,
        "A force's disclosure unit, for vetting checks; no record of a child.",
        [Purpose.Vetting],
        [Permission.ReadOwnIdentity, Permission.ReadAgencies],
        Rows.None,
        new Dictionary<Detail, DetailGrant> { [Detail.Open] = DetailGrant.Always });
}
