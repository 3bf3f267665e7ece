namespace AgencyGraph.Tests.Contract.Plans;

/// <summary>Queries of every kind that the graph knows.</summary>
internal static class Questions
{
    private const string Incident =
        "fragment I on Incident { id version __typename reference kind riskGrade factors revision correctionReason occurredAt reportedAt recordedAt riskAssessedAt sharedAt ingestMode "
        + "force { code name kind referencePrefix force { code } } council { code region gssCode force { name } } deliveries { to { code } sharedAt deliveredAt acknowledgedAt } "
        + "children { role voice child { id } record { id givenName } } adults { role givenName surname bornOn sex usualAddress { lines postcode } safeAddress { lines } withheld { reason field } } "
        + "allegedPerpetrators { givenName surname usualAddress { lines } } location { lines postcode } safeLocation { lines postcode } narrative informant { isAnonymous surname } sharing { decision reason reviewOn } withheld { field } }";

    private const string Child =
        "fragment C on Child { id identity { givenName surname bornOn sex } identifiers { nhsNumber upn } addresses { recordedBy { code } recordedAt usual { lines postcode } safe { lines postcode } } "
        + "responsibleCouncil { code } involvement { agency { name } recordedAt } records { id version agency { code } child { id } localReference nhsNumber usualAddress { lines } safeAddress { lines } withheld { field reason } } "
        + "withheld { field reason } }";

    private const string Deadline =
        "fragment D on Deadline { id version kind clock { code edition council what starts stops limit unit direction convention hours status source checkedOn validFrom validTo note } toActBy { code } startedAt dueAt dueUnknown amberAt "
        + "state escalatedTo escalatedAt pausedAt pauseReason pauses { pausedAt reason resumedAt } stoppedAt end referral { id stage } }";

    /// <summary>What plans leave to the engine.</summary>
    public static IReadOnlyList<string> ForTheEngine { get; } = ["from the end", "information first", "me", "rows twice", "typename in a marker", "a literal id"];

    public static IEnumerable<(string Name, string Query, object? Variables)> Of(SmallWorld world)
    {
        yield return ("typename", "{ __typename }", null);
        yield return ("me", "{ me { subject } }", null);
        yield return ("agencies", "query($k: AgencyKind, $n: Int) { agencies(first: $n, filter: { kind: $k }) { nodes { code name force { code } } pageInfo { hasNextPage endCursor startCursor hasPreviousPage } totalCount } }", new { k = "COUNCIL", n = 3 });
        yield return ("agency", "query($c: String!) { agency(by: { code: $c }) { name kind } missing: agency(by: { code: \"XXX\" }) { name } }", new { c = "BUR" });
        foreach (var question in OfChildren(world).Concat(OfIncidents(world)).Concat(OfReferrals(world)).Concat(OfMissing(world)).Concat(OfNodes(world)))
            yield return question;
    }

    private static IEnumerable<(string, string, object?)> OfChildren(SmallWorld world)
    {
        var listed = $"query($n: Int) {{ children(first: $n) {{ edges {{ cursor node {{ ...C incidents(first: 2) {{ nodes {{ id reference }} totalCount pageInfo {{ hasNextPage endCursor }} }} }} }} totalCount pageInfo {{ hasNextPage }} }} }} {Child}";
        yield return ("children", listed, new { n = 5 });
        yield return ("children, all", listed, new { n = 100 });
        yield return ("children from the end", "{ children(last: 2) { nodes { id } } }", null);
        yield return ("children, information first", "{ children(first: 2) { pageInfo { hasNextPage } nodes { id } } }", null);
        yield return ("children, rows twice", "{ children(first: 2) { nodes { id } edges { node { id } } } }", null);
        foreach (var id in world.Children.Take(4).Append("YwGiDHWDtnCHkhODNCU4DsQ").Append("nonsense"))
            yield return ("child by id", $"query($id: ID!) {{ child(by: {{ id: $id }}) {{ ...C incidents {{ nodes {{ ...I }} }} referrals(first: 3) {{ edges {{ node {{ id stage from {{ code }} }} }} }} }} }} {Child} {Incident}", new { id });
        foreach (var number in world.NhsNumbers.Take(3))
            yield return ("child by NHS number", $"query($by: ChildBy!) {{ child(by: $by) {{ ...C }} }} {Child}", new { by = new { nhsNumber = number } });
        yield return ("child by local reference", "query($by: ChildBy!) { child(by: $by) { id } }", new { by = new { local = new { agency = "BUR", reference = $"B-{world.NhsNumbers[0]}" } } });
        yield return ("conditions", "query($yes: Boolean!, $no: Boolean!) { children(first: 1) { nodes { id @include(if: $no) ... @skip(if: $no) { withheld { field } } ... on Node { nodeId: id } identity @include(if: $yes) { givenName } } } }", new { yes = true, no = false });
        yield return ("aliases", "{ a: children(first: 1) { x: nodes { y: id z: identity { q: surname } } n: totalCount } b: children(first: 2) { nodes { id } } }", null);
        yield return ("merged", "{ children(first: 2) { nodes { identity { givenName } } nodes { identity { surname } id } } }", null);
        yield return ("typename in a marker", "{ children(first: 1) { nodes { withheld { __typename field } } } }", null);
        yield return ("typenames", "{ children(first: 1) { __typename edges { __typename node { __typename identity { __typename } } } pageInfo { __typename hasNextPage } } }", null);
    }

    private static IEnumerable<(string, string, object?)> OfIncidents(SmallWorld world)
    {
        yield return ("incidents", $"query($f: IncidentFilter) {{ incidents(first: 50, filter: $f) {{ nodes {{ ...I referrals {{ nodes {{ id reason }} }} }} totalCount }} }} {Incident}", new { f = new { kinds = new[] { "DOMESTIC_ABUSE", "NEGLECT" } } });
        yield return ("incidents of a force since", "query($f: IncidentFilter) { incidents(filter: $f, order: RECORDED_FIRST) { nodes { id force { code } } } }", new { f = new { force = "merseyside", recordedFrom = "2020-01-01T00:00:00Z" } });
        foreach (var id in world.Incidents.Take(6))
            yield return ("incident by id", $"query($by: IncidentBy!) {{ incident(by: $by) {{ ...I }} }} {Incident}", new { by = new { id } });
        yield return ("incident by reference", "query($r: String!) { incident(by: { reference: $r }) { id } }", new { r = "GMP/2026/1" });
    }

    private static IEnumerable<(string, string, object?)> OfReferrals(SmallWorld world)
    {
        const string Referral = "fragment R on Referral { id version reference from { code } to { code } children { id identity { surname } } incidents { id reference } source primaryNeed reason recordedAt receivedAt acknowledgedAt stage rating { risk ratedAt rationale } decision { outcome decidedAt rationale } withheld { field } deadlines { ...D } } " + Deadline;
        yield return ("referrals", $"query($s: [ReferralStage!]) {{ referrals(filter: {{ stages: $s }}) {{ edges {{ cursor node {{ ...R }} }} pageInfo {{ endCursor }} totalCount }} }} {Referral}", new { s = new[] { "CONTACT", "SCREENING" } });
        foreach (var id in world.Referrals)
            yield return ("referral by id", $"query($id: ID!) {{ referral(by: {{ id: $id }}) {{ ...R }} }} {Referral}", new { id });
        yield return ("deadlines", $"query($f: DeadlineFilter) {{ deadlines(first: 3, filter: $f) {{ edges {{ cursor node {{ ...D }} }} pageInfo {{ hasNextPage endCursor }} totalCount }} }} {Deadline}", new { f = new { states = new[] { "GREEN" }, clocks = new[] { "REF_DECISION", "MASH_R" }, isRunning = true, dueBefore = "2126-01-01T00:00:00Z", toActBy = "BUR" } });
        yield return ("deadlines, latest first", "{ deadlines(order: STARTED_LAST) { nodes { id clock { code } } } }", null);
    }

    private static IEnumerable<(string, string, object?)> OfMissing(SmallWorld world)
    {
        const string Episode = "fragment M on MissingEpisode { id version __typename force { code } reference council { code } child { id identity { givenName } } record { id givenName } type risk revision correctionReason "
            + "startedAt reportedAt recordedAt receivedAt ingestMode circumstances foundAt foundRecordedAt foundReceivedAt howFound places { missingFrom { lines } foundAt { lines postcode } } safePlaces { missingFrom { lines } foundAt { lines } } "
            + "status { lookedAfter onPlan statedBy { code name } statedAt } returnInterview { offeredAt answer heldAt isIndependent recordedBy { code } recordedAt riskPoints content } councilToldAt councilToldOfReturnAt "
            + "deliveries { of to { code } sharedAt deliveredAt acknowledgedAt } repeatOf { id reference } earlierEpisodes(first: 2) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } withheld { field reason } }";
        yield return ("missing episodes", $"query($f: MissingEpisodeFilter) {{ missingEpisodes(first: 50, filter: $f, order: STARTED_FIRST) {{ nodes {{ ...M }} totalCount }} }} {Episode}", new { f = new { isOpen = false } });
        yield return ("missing now", $"query($n: Int) {{ missingNow(first: $n) {{ edges {{ cursor node {{ ...M }} }} totalCount pageInfo {{ hasNextPage }} }} }} {Episode}", new { n = 10 });
        yield return ("missing, by the child", "{ children(first: 50) { nodes { id missingEpisodes(first: 3) { totalCount nodes { id reference } } } } }", null);
        yield return ("missing episode by reference", "query($r: String!) { missingEpisode(by: { reference: $r }) { id } }", new { r = "GMP/2026/1" });
        foreach (var id in world.Episodes)
            yield return ("missing episode by id", $"query($by: MissingEpisodeBy!) {{ missingEpisode(by: $by) {{ ...M }} }} {Episode}", new { by = new { id } });
    }

    private static IEnumerable<(string, string, object?)> OfNodes(SmallWorld world)
    {
        foreach (var id in world.Children.Take(3).Concat(world.Incidents.Take(3)).Concat(world.Records.Take(3)).Concat(world.Referrals.Take(1)).Concat(world.Episodes.Take(1)))
            yield return ("node", "query($id: ID!) { node(id: $id) { __typename id ... on Child { identity { surname } } ... on Incident { reference } ... on ChildRecord { givenName } ... on Referral { stage } ... on MissingEpisode { startedAt } } }", new { id });
        var mixed = world.Children.Take(3).Concat(world.Incidents.Take(3)).Concat(world.Records.Take(3)).Append("YwGiDHWDtnCHkhODNCU4DsQ").ToArray();
        var fields = string.Join(" ", mixed.Select((_, i) => $"n{i}: node(id: $i{i}) {{ __typename ...C ...I }}"));
        yield return ("nodes", $"query({string.Join(" ", mixed.Select((_, i) => $"$i{i}: ID!"))}) {{ {fields} }} {Child} {Incident}", mixed.Select((id, i) => (Key: $"i{i}", id)).ToDictionary(pair => pair.Key, pair => pair.id));
        yield return ("node by a literal id", $"{{ node(id: \"{world.Children[0]}\") {{ id }} }}", null);
    }
}
