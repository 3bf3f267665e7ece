namespace AgencyGraph.Benchmarks.Limit;

/// <summary>
/// The statements that one would write by hand, with what a hub practitioner whom no restriction names may see: ?1 the child, ?2 the
/// council.
/// </summary>
internal static class LimitSql
{
    public const string IsKnown = """
        SELECT 1 FROM relationships r
        WHERE r.child_id = ?1 AND r.kind IN ('RESPONSIBLE_COUNCIL', 'HUB_AREA') AND r.holder = ?2 AND r.held_to IS NULL
            AND NOT EXISTS (SELECT 1 FROM restrictions x WHERE x.child_id = r.child_id) LIMIT 1
        """;

    public const string FirstChildren = """
        SELECT c.id FROM children c
        WHERE EXISTS (
            SELECT 1 FROM relationships r
            WHERE r.child_id = c.id AND r.kind IN ('RESPONSIBLE_COUNCIL', 'HUB_AREA') AND r.holder = ?2 AND r.held_to IS NULL)
            AND NOT EXISTS (SELECT 1 FROM restrictions x WHERE x.child_id = c.id)
        ORDER BY c.recorded_at, c.id LIMIT 50
        """;

    public const string Identity = $"""
        SELECT c.given_name, c.surname, c.born_on FROM child_records c
        WHERE c.child_id = ?1 AND (c.agency_code = ?2 OR (c.is_shared AND (c.council_code = ?2 OR {IsResponsibleFor}c.child_id))))
            AND c.restriction_id IS NULL AND NOT EXISTS (SELECT 1 FROM restrictions x WHERE x.child_id = c.child_id)
        ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1
        """;

    public const string LastTenIncidents = $"""
        SELECT i.id, i.incident_kind, i.risk_grade, i.occurred_at, i.recorded_at, a.name {Incidents} LIMIT 10
        """;

    public const string LastFiveIncidents = $"""
        SELECT i.id, i.incident_kind, i.occurred_at, i.risk_grade, a.name {Incidents} LIMIT 5
        """;

    public const string OpenReferrals = $"""
        SELECT r.id, r.stage, r.reference, r.recorded_at {Referrals} AND r.stage IN ('CONTACT', 'INITIAL', 'SCREENING') {ReferralOrder} LIMIT 10
        """;

    public const string LastFiveReferrals = $"""
        SELECT r.id, r.stage, r.recorded_at {Referrals} {ReferralOrder} LIMIT 5
        """;

    private const string IsResponsibleFor =
        "EXISTS (SELECT 1 FROM relationships t WHERE t.kind = 'RESPONSIBLE_COUNCIL' AND t.holder = ?2 AND t.held_to IS NULL AND t.child_id = ";

    private const string Incidents = $"""
        FROM child_involvements c CROSS JOIN incidents i ON i.id = c.incident_id CROSS JOIN agencies a ON a.code = i.force_code
        WHERE c.child_id = ?1 AND (i.force_code = ?2 OR (i.sharing = 'SHARED' AND (i.council_code = ?2 OR {IsResponsibleFor}c.child_id))))
            AND i.restriction_id IS NULL AND NOT EXISTS (
                SELECT 1 FROM child_involvements o JOIN restrictions x ON x.child_id = o.child_id WHERE o.incident_id = i.id)
        ORDER BY i.recorded_at DESC, i.id DESC
        """;

    private const string Referrals = $"""
        FROM referred_children c CROSS JOIN referrals r ON r.id = c.referral_id
        WHERE c.child_id = ?1 AND (r.from_code = ?2 OR r.to_code = ?2 OR EXISTS (
            SELECT 1 FROM referred_children o WHERE o.referral_id = r.id AND {IsResponsibleFor}o.child_id)))
            AND NOT EXISTS (
                SELECT 1 FROM referred_children o JOIN restrictions x ON x.child_id = o.child_id WHERE o.referral_id = r.id)
        """;

    private const string ReferralOrder = "ORDER BY r.received_at DESC, r.id DESC";
}
