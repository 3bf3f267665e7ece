namespace AgencyGraph.Benchmarks.Limit;

/// <summary>
/// What a hub practitioner whom no restriction names may see, as conditions that one would write by hand. Each names the row by its
/// table's alias, and takes how the statement writes the council.
/// </summary>
internal static class LimitRules
{
    /// <param name="child">A child's id.</param>
    public static string Knows(string council, string child) => $"""
        EXISTS (
                SELECT 1 FROM relationships t
                WHERE t.child_id = {child} AND t.kind IN ('RESPONSIBLE_COUNCIL', 'HUB_AREA') AND t.holder = {council} AND t.held_to IS NULL)
            AND {IsFree(child)}
        """;

    /// <summary>A record of a child, <c>c</c>.</summary>
    public static string SeesRecord(string council) => $"""
        (c.agency_code = {council}
                OR (c.is_shared AND (c.council_code = {council} OR {IsResponsible(council, "c.child_id")})))
            AND c.restriction_id IS NULL AND {IsFree("c.child_id")}
        """;

    /// <summary>An incident, <c>i</c>, in which a child is involved, <c>c</c>.</summary>
    public static string SeesIncident(string council) => $"""
        (i.force_code = {council}
                OR (i.sharing = 'SHARED' AND (i.council_code = {council} OR {IsResponsible(council, "c.child_id")})))
            AND i.restriction_id IS NULL AND NOT EXISTS (
                SELECT 1 FROM child_involvements o JOIN restrictions x ON x.child_id = o.child_id WHERE o.incident_id = i.id)
        """;

    /// <summary>A referral, <c>r</c>.</summary>
    public static string SeesReferral(string council) => $"""
        (r.from_code = {council} OR r.to_code = {council} OR EXISTS (
                SELECT 1 FROM referred_children o WHERE o.referral_id = r.id AND {IsResponsible(council, "o.child_id")}))
            AND NOT EXISTS (
                SELECT 1 FROM referred_children o JOIN restrictions x ON x.child_id = o.child_id WHERE o.referral_id = r.id)
        """;

    private static string IsFree(string child) => $"NOT EXISTS (SELECT 1 FROM restrictions x WHERE x.child_id = {child})";

    private static string IsResponsible(string council, string child) => $"""
        EXISTS (
                SELECT 1 FROM relationships t
                WHERE t.child_id = {child} AND t.kind = 'RESPONSIBLE_COUNCIL' AND t.holder = {council} AND t.held_to IS NULL)
        """;
}
