namespace AgencyGraph.Benchmarks.Limit;

/// <summary>
/// The statements that one would write by hand: one a level, for all its parents. $1 the children, $2 the council, and what a hub
/// practitioner whom no restriction names may see.
/// </summary>
internal static class PostgresSql
{
    /// <summary>$1 the council.</summary>
    public const string FirstChildren = """
        SELECT c.id FROM children c
        WHERE EXISTS (
            SELECT 1 FROM relationships r
            WHERE r.child_id = c.id AND r.kind IN ('RESPONSIBLE_COUNCIL', 'HUB_AREA') AND r.holder = $1 AND r.held_to IS NULL)
            AND NOT EXISTS (SELECT 1 FROM restrictions x WHERE x.child_id = c.id)
        ORDER BY c.recorded_at, c.id LIMIT 50
        """;

    public const string IsKnown = """
        SELECT 1 FROM relationships r
        WHERE r.child_id = ANY ($1) AND r.kind IN ('RESPONSIBLE_COUNCIL', 'HUB_AREA') AND r.holder = $2 AND r.held_to IS NULL
            AND NOT EXISTS (SELECT 1 FROM restrictions x WHERE x.child_id = r.child_id) LIMIT 1
        """;

    public const string Identity = $"""
        SELECT k.place, l.* FROM {Parents} CROSS JOIN LATERAL (
            SELECT c.given_name, c.surname, c.born_on FROM child_records c
            WHERE c.child_id = k.id AND (c.agency_code = $2 OR (c.is_shared AND (c.council_code = $2 OR {IsResponsibleFor}c.child_id))))
                AND c.restriction_id IS NULL AND NOT EXISTS (SELECT 1 FROM restrictions x WHERE x.child_id = c.child_id)
            ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1) l
        ORDER BY k.place
        """;

    public const string Incidents = $"""
        SELECT k.place, l.id, l.incident_kind, l.risk_grade, l.occurred_at, l.recorded_at, a.name FROM {Parents} CROSS JOIN LATERAL (
            SELECT i.* FROM child_involvements c JOIN incidents i ON i.id = c.incident_id
            WHERE c.child_id = k.id AND (i.force_code = $2 OR (i.sharing = 'SHARED' AND (i.council_code = $2 OR {IsResponsibleFor}c.child_id))))
                AND i.restriction_id IS NULL AND NOT EXISTS (
                    SELECT 1 FROM child_involvements o JOIN restrictions x ON x.child_id = o.child_id WHERE o.incident_id = i.id)
            ORDER BY i.recorded_at DESC, i.id DESC LIMIT $3) l
        JOIN agencies a ON a.code = l.force_code
        ORDER BY k.place, l.recorded_at DESC, l.id DESC
        """;

    public const string OpenReferrals = $"""
        {BeforeReferrals} AND r.stage IN ('CONTACT', 'INITIAL', 'SCREENING') {AfterReferrals}
        """;

    public const string Referrals = $"""
        {BeforeReferrals} {AfterReferrals}
        """;

    private const string Parents = "unnest($1) WITH ORDINALITY k(id, place)";

    private const string IsResponsibleFor =
        "EXISTS (SELECT 1 FROM relationships t WHERE t.kind = 'RESPONSIBLE_COUNCIL' AND t.holder = $2 AND t.held_to IS NULL AND t.child_id = ";

    private const string BeforeReferrals = $"""
        SELECT k.place, l.id, l.stage, l.reference, l.recorded_at FROM {Parents} CROSS JOIN LATERAL (
            SELECT r.* FROM referred_children c JOIN referrals r ON r.id = c.referral_id
            WHERE c.child_id = k.id AND (r.from_code = $2 OR r.to_code = $2 OR EXISTS (
                SELECT 1 FROM referred_children o WHERE o.referral_id = r.id AND {IsResponsibleFor}o.child_id)))
                AND NOT EXISTS (
                    SELECT 1 FROM referred_children o JOIN restrictions x ON x.child_id = o.child_id WHERE o.referral_id = r.id)
        """;

    private const string AfterReferrals = """
        ORDER BY r.received_at DESC, r.id DESC LIMIT $3) l
        ORDER BY k.place, l.received_at DESC, l.id DESC
        """;
}
