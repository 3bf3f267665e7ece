namespace AgencyGraph.Benchmarks.Limit;

/// <summary>The statements that one would write by hand: one a level, for all its parents. $1 the children, $2 the council, $3 the most rows of a child.</summary>
internal static class PostgresSql
{
    private const string Council = "$2";

    /// <summary>$1 the council.</summary>
    public static readonly string FirstChildren = $"""
        SELECT c.id FROM children c WHERE {LimitRules.Knows("$1", "c.id")} ORDER BY c.recorded_at, c.id LIMIT 50
        """;

    public static readonly string IsKnown = $"""
        SELECT 1 FROM unnest($1) k(id) WHERE {LimitRules.Knows(Council, "k.id")}
        """;

    public static readonly string Identity = $"""
        SELECT k.place, l.* FROM {Parents} CROSS JOIN LATERAL (
            SELECT c.given_name, c.surname, c.born_on FROM child_records c
            WHERE c.child_id = k.id AND {LimitRules.SeesRecord(Council)}
            ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1) l
        ORDER BY k.place
        """;

    public static readonly string Incidents = $"""
        SELECT k.place, l.id, l.incident_kind, l.risk_grade, l.occurred_at, l.recorded_at, a.name FROM {Parents} CROSS JOIN LATERAL (
            SELECT i.* FROM child_involvements c JOIN incidents i ON i.id = c.incident_id
            WHERE c.child_id = k.id AND {LimitRules.SeesIncident(Council)}
            ORDER BY i.recorded_at DESC, i.id DESC LIMIT $3) l
        JOIN agencies a ON a.code = l.force_code
        ORDER BY k.place, l.recorded_at DESC, l.id DESC
        """;

    public static readonly string OpenReferrals = ReferralsWhere("r.stage IN ('CONTACT', 'INITIAL', 'SCREENING')");

    public static readonly string Referrals = ReferralsWhere("TRUE");

    private const string Parents = "unnest($1) WITH ORDINALITY k(id, place)";

    private static string ReferralsWhere(string condition) => $"""
        SELECT k.place, l.id, l.stage, l.reference, l.recorded_at FROM {Parents} CROSS JOIN LATERAL (
            SELECT r.* FROM referred_children c JOIN referrals r ON r.id = c.referral_id
            WHERE c.child_id = k.id AND {LimitRules.SeesReferral(Council)} AND {condition}
            ORDER BY r.received_at DESC, r.id DESC LIMIT $3) l
        ORDER BY k.place, l.received_at DESC, l.id DESC
        """;
}
