namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>What callers ask: everything that the graph offers of each kind of record.</summary>
internal static class Documents
{
    private const string Glass = "id version state child { id } council { code } byAgency { code } by role reason";
    private const string Address = "fragment A on Address { lines postcode } ";

    public const string Fragments = Address + """
        fragment R on ChildRecord { id version agency { code } child { id } localReference givenName surname bornOn nhsNumber upn usualAddress { ...A } safeAddress { ...A } withheld { field reason } }
        fragment C on Child {
          id identity { givenName surname bornOn } identifiers { nhsNumber upn } addresses { recordedBy { code } usual { ...A } safe { ...A } }
          responsibleCouncil { code } involvement { agency { code } } records { ...R } withheld { field reason }
          incidents(first: 100) { totalCount nodes { id } } referrals(first: 100) { totalCount nodes { id } }
          missingEpisodes(first: 100) { totalCount nodes { id } }
        }
        fragment I on Incident {
          id version force { code } reference kind marking { protective originatorConsentRequired } council { code } riskGrade factors revision correctionReason deliveries { to { code } }
          children { role child { id } record { id } voice }
          adults { role givenName usualAddress { ...A } safeAddress { ...A } withheld { field reason } }
          allegedPerpetrators { givenName usualAddress { ...A } } location { ...A } safeLocation { ...A } narrative informant { isAnonymous surname }
          sharing { decision reason } withheld { field reason } referrals(first: 100) { totalCount nodes { id } }
        }
        fragment M on MissingEpisode {
          id version force { code } reference council { code } child { id } record { id } type risk revision correctionReason circumstances howFound
          places { missingFrom { ...A } foundAt { ...A } } safePlaces { missingFrom { ...A } foundAt { ...A } } status { lookedAfter onPlan statedBy { code } }
          returnInterview { answer isIndependent recordedBy { code } riskPoints content } deliveries { of to { code } }
          repeatOf { id } earlierEpisodes(first: 100) { totalCount nodes { id } } withheld { field reason }
        }
        fragment F on Referral {
          id version from { code } to { code } children { id } grounds: incidents { id } source primaryNeed reason stage rating { risk rationale } decision { outcome rationale } withheld { field reason }
          deadlines { clock { code } toActBy { code } end referral { id } }
        }
        """;

    /// <summary>A server's setting: asking for everything at once is more than one request usually may.</summary>
    public static IReadOnlyList<string> Room { get; } = ["--Documents:MaxFields=3000"];

    public const string Lists = """
        {
          children(first: 100) { totalCount pageInfo { hasNextPage hasPreviousPage } nodes { ...C } }
          incidents(first: 100) { totalCount pageInfo { hasNextPage hasPreviousPage } nodes { ...I } }
          missingEpisodes(first: 100) { totalCount pageInfo { hasNextPage hasPreviousPage } nodes { ...M } }
          missingNow(first: 100) { totalCount pageInfo { hasNextPage hasPreviousPage } nodes { ...M } }
          referrals(first: 100) { totalCount pageInfo { hasNextPage hasPreviousPage } nodes { ...F } }
          deadlines(first: 100) { totalCount nodes { clock { code } referral { id } } }
        }
        """ + Fragments;

    /// <summary>Ten nodes by their ids.</summary>
    public static string Nodes { get; } =
        $"query({Join(i => $"$i{i}: ID!")}) {{ {Join(i => $"n{i}: node(id: $i{i}) {{ __typename ...C ...R ...I ...M ...F ... on BrokenGlass {{ {Glass} }} }}")} }} {Fragments}";

    public const string Updates = """
        subscription {
          updates {
            __typename sequence
            ... on IncidentRecorded { incident { id } } ... on IncidentCorrected { incident { id } }
            ... on IncidentShared { incident { id } } ... on IncidentWithheld { incident { id } }
            ... on ChildMissing { episode { id } } ... on ChildFound { episode { id } } ... on MissingCorrected { episode { id } }
            ... on PlanStatusStated { episode { id } } ... on ReturnInterviewRecorded { episode { id } }
            ... on ReferralMade { referral { id } } ... on ReferralAcknowledged { referral { id } }
            ... on ReferralRated { referral { id } } ... on ReferralDecided { referral { id } }
            ... on ChildRecorded { record { id } } ... on GlassBroken { glass { id } } ... on RecordVisible { record { id } } ... on RecordWithdrawn { handle }
            ... on RecordErased { handle }
          }
        }
        """;

    private static string Join(Func<int, string> part) => string.Join(' ', Enumerable.Range(0, 10).Select(part));
}
