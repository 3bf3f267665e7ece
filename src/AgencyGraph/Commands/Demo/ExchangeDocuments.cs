namespace AgencyGraph.Commands.Demo;

/// <summary>What the demonstration's clients ask of the graph.</summary>
internal static class ExchangeDocuments
{
    private const string Errors = "outcome errors { code path }";
    private const string Incident = "incident { id version children { child { id } } }";
    private const string Episode = "episode { id version }";
    private const string Referral = "referral { id version }";

    public const string AnyIncident = "query AnyIncident { incidents(first: 1) { edges { node { id } } } }";
    public const string RecordIncident = $$"""mutation RecordIncident($input: IncidentInput!) { recordIncident(input: $input) { {{Errors}} {{Incident}} } }""";
    public const string RecordIncidents = $$"""mutation RecordIncidents($input: RecordIncidentsInput!) { recordIncidents(input: $input) { results { {{Errors}} {{Incident}} } } }""";
    public const string ShareIncident = $$"""mutation ShareIncident($input: ShareIncidentInput!) { shareIncident(input: $input) { {{Errors}} {{Incident}} } }""";
    public const string ReportMissing = $$"""mutation ReportMissing($input: ReportMissingInput!) { reportMissing(input: $input) { {{Errors}} {{Episode}} } }""";
    public const string ReportMissingBacklog = $$"""mutation ReportMissingBacklog($input: ReportMissingBacklogInput!) { reportMissingBacklog(input: $input) { results { {{Errors}} {{Episode}} } } }""";
    public const string ReportFound = $$"""mutation ReportFound($input: ReportFoundInput!) { reportFound(input: $input) { {{Errors}} {{Episode}} } }""";
    public const string RecordReturnInterview = $$"""mutation RecordReturnInterview($input: RecordReturnInterviewInput!) { recordReturnInterview(input: $input) { {{Errors}} {{Episode}} } }""";
    public const string MakeReferral = $$"""mutation MakeReferral($input: MakeReferralInput!) { makeReferral(input: $input) { {{Errors}} {{Referral}} } }""";
    public const string AcknowledgeReferral = $$"""mutation AcknowledgeReferral($input: AcknowledgeReferralInput!) { acknowledgeReferral(input: $input) { {{Errors}} {{Referral}} } }""";
    public const string RateReferral = $$"""mutation RateReferral($input: RateReferralInput!) { rateReferral(input: $input) { {{Errors}} {{Referral}} } }""";
    public const string DecideReferral = $$"""mutation DecideReferral($input: DecideReferralInput!) { decideReferral(input: $input) { {{Errors}} {{Referral}} } }""";
    public const string RecordChild = $$"""mutation RecordChild($input: RecordChildInput!) { recordChild(input: $input) { {{Errors}} child { id responsibleCouncil { code } } } }""";
    public const string AllocateWorker = $$"""mutation AllocateWorker($input: AllocateWorkerInput!) { allocateWorker(input: $input) { {{Errors}} } }""";
    public const string SetSafeAddress = $$"""mutation SetSafeAddress($input: SetSafeAddressInput!) { setSafeAddress(input: $input) { {{Errors}} } }""";
}
