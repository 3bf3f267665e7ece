namespace AgencyGraph.Benchmarks.Limit;

/// <summary>The statements that one would write by hand: ?1 the child, ?2 the council.</summary>
internal static class SqliteSql
{
    private const string Council = "?2";

    public static readonly string IsKnown = $"""
        SELECT 1 WHERE {LimitRules.Knows(Council, "?1")}
        """;

    public static readonly string FirstChildren = $"""
        SELECT c.id FROM children c WHERE {LimitRules.Knows(Council, "c.id")} ORDER BY c.recorded_at, c.id LIMIT 50
        """;

    public static readonly string Identity = $"""
        SELECT c.given_name, c.surname, c.born_on FROM child_records c
        WHERE c.child_id = ?1 AND {LimitRules.SeesRecord(Council)}
        ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1
        """;

    public static readonly string LastTenIncidents = Incidents("i.id, i.incident_kind, i.risk_grade, i.occurred_at, i.recorded_at, a.name", 10);

    public static readonly string LastFiveIncidents = Incidents("i.id, i.incident_kind, i.occurred_at, i.risk_grade, a.name", 5);

    public static readonly string OpenReferrals = Referrals("r.id, r.stage, r.reference, r.recorded_at", "r.stage IN ('CONTACT', 'INITIAL', 'SCREENING')", 10);

    public static readonly string LastFiveReferrals = Referrals("r.id, r.stage, r.recorded_at", "TRUE", 5);

    private static string Incidents(string columns, int most) => $"""
        SELECT {columns} FROM child_involvements c CROSS JOIN incidents i ON i.id = c.incident_id CROSS JOIN agencies a ON a.code = i.force_code
        WHERE c.child_id = ?1 AND {LimitRules.SeesIncident(Council)}
        ORDER BY i.recorded_at DESC, i.id DESC LIMIT {most}
        """;

    private static string Referrals(string columns, string condition, int most) => $"""
        SELECT {columns} FROM referred_children c CROSS JOIN referrals r ON r.id = c.referral_id
        WHERE c.child_id = ?1 AND {LimitRules.SeesReferral(Council)} AND {condition}
        ORDER BY r.received_at DESC, r.id DESC LIMIT {most}
        """;
}
