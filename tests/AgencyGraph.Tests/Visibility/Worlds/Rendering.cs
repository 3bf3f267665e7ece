using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Contract;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>The answers that the oracle expects for the fragments of <see cref="Documents"/>.</summary>
internal static partial class Rendering
{
    private static readonly string[] Factors = ["3A"];
    private static readonly object Place = new { lines = new[] { "1 Corner" }, postcode = "BL9 0SW" };

    public static JsonNode Of(Oracle oracle, object record) => record switch
    {
        Kid kid => Of(oracle, kid),
        KidRecord own => Of(oracle, own),
        ForceIncident incident => Of(oracle, incident),
        ForceEpisode episode => Of(oracle, episode),
        CouncilReferral referral => Of(oracle, referral),
        Glass glass => Of(oracle, glass),
        _ => throw new InvalidOperationException($"{record}?"),
    };

    public static string TypeOf(object record) => record switch
    {
        Kid => "Child",
        KidRecord => "ChildRecord",
        ForceIncident => "Incident",
        ForceEpisode => "MissingEpisode",
        Glass => "BrokenGlass",
        _ => "Referral",
    };

    public static bool IsSeen(Oracle oracle, object record) => record switch
    {
        Kid kid => oracle.Sees(kid),
        KidRecord own => oracle.Sees(own),
        ForceIncident incident => oracle.Sees(incident),
        ForceEpisode episode => oracle.Sees(episode),
        CouncilReferral referral => oracle.Sees(referral),
        Glass glass => oracle.Sees(glass),
        _ => false,
    };

    public static string IdOf(object record) => record switch
    {
        Kid kid => kid.Id,
        KidRecord own => own.Id,
        ForceIncident incident => incident.Id,
        ForceEpisode episode => episode.Id,
        CouncilReferral referral => referral.Id,
        Glass glass => glass.Id,
        _ => "",
    };

    /// <summary>By their ids, which are random.</summary>
    public static IEnumerable<Kid> InOrder(IEnumerable<Kid> kids)
        => kids.OrderBy(kid => NodeId.TryDecode(kid.Id, out _, out var id) ? id : default);

    public static IEnumerable<ForceIncident> LatestFirst(IEnumerable<ForceIncident> incidents) => incidents.OrderByDescending(incident => incident.RecordedAt);

    public static IEnumerable<CouncilReferral> LatestFirst(IEnumerable<CouncilReferral> referrals) => referrals.OrderByDescending(referral => referral.MadeIn);

    private static JsonNode Of(Oracle oracle, Kid kid)
    {
        var all = oracle.World.Records.Where(record => record.Kid == kid).OrderByDescending(record => record.MadeIn).ToArray();
        var records = all.Where(oracle.Sees).ToArray();
        var incidents = LatestFirst(oracle.World.Incidents.Where(incident => incident.Children.Any(record => record.Kid == kid && oracle.SeesIn(record, incident))));
        var referrals = LatestFirst(oracle.World.Referrals.Where(referral => referral.Kids.Contains(kid) && oracle.Sees(referral)));
        var addresses = records.Select(record => new { recordedBy = Body(record.Agency), usual = Lines(record.Usual), safe = Safe(oracle, record.Safe, record.Agency, [kid]) });
        return Node(new
        {
            id = kid.Id,
            identity = records.Length == 0 ? null : new { givenName = records[0].GivenName, surname = kid.Name, bornOn = kid.BornOn },
            identifiers = records.Length == 0 ? null : new { nhsNumber = NhsNumber(oracle, kid), upn = UpnOf(oracle, kid) },
            addresses = oracle.Shows(Detail.UsualAddress, "") ? addresses : null,
            responsibleCouncil = kid.Responsible is null || (kid.Responsible != oracle.Agency && !oracle.IsEmergency) || !oracle.Shows(Detail.ResponsibleCouncil, oracle.Agency) ? null : Body(kid.Responsible),
            involvement = oracle.Shows(Detail.Involvement, "") ? all.Where(oracle.IsPointedTo).Select(record => new { agency = Body(record.Agency) }) : null,
            records = records.Select(record => Of(oracle, record)),
            withheld = Withheld("addresses", oracle.IsTold(Detail.SafeAddress) && records.Any(record => record.Safe is not null && !oracle.Shows(Detail.SafeAddress, record.Agency, kid))),
            incidents = List(incidents.Select(incident => incident.Id)),
            referrals = List(referrals.Select(referral => referral.Id)),
            missingEpisodes = List(LatestFirst(oracle.World.Episodes.Where(episode => episode.Kid == kid && oracle.Sees(episode))).Select(episode => episode.Id)),
        });
    }

    private static string? NhsNumber(Oracle oracle, Kid kid) => oracle.Shows(Detail.NhsNumber, "") ? kid.NhsNumber : null;

    private static string? UpnOf(Oracle oracle, Kid kid) => oracle.Shows(Detail.Upn, "") ? kid.Upn : null;

    private static JsonNode Of(Oracle oracle, KidRecord record) => Node(new
    {
        id = record.Id,
        version = record.Version,
        agency = oracle.Shows(Detail.Involvement, record.Agency) ? Body(record.Agency) : null,
        child = oracle.Sees(record.Kid) ? new { id = record.Kid.Id } : null,
        localReference = record.LocalReference,
        givenName = record.GivenName,
        surname = record.Kid.Name,
        bornOn = record.Kid.BornOn,
        nhsNumber = NhsNumber(oracle, record.Kid),
        upn = UpnOf(oracle, record.Kid),
        usualAddress = oracle.Shows(Detail.UsualAddress, record.Agency) ? Lines(record.Usual) : null,
        safeAddress = Safe(oracle, record.Safe, record.Agency, [record.Kid]),
        withheld = Withheld("safeAddress", record.Safe is not null && IsHidden(oracle, record.Agency, [record.Kid])),
    });

    private static JsonNode Of(Oracle oracle, ForceIncident incident)
    {
        var referrals = LatestFirst(oracle.World.Referrals.Where(referral => referral.Incidents.Contains(incident) && oracle.Sees(referral)));
        var isSummarised = Shows(Detail.IncidentSummary);
        return Node(new
        {
            id = incident.Id,
            version = incident.Version,
            force = Body(incident.Force),
            reference = incident.Reference,
            kind = incident.IsDomesticAbuse ? "DOMESTIC_ABUSE" : "NEGLECT",
            marking = new { protective = "OFFICIAL", originatorConsentRequired = incident.NeedsConsent },
            council = Shows(Detail.ReceivingCouncil) ? Body(incident.Council) : null,
            riskGrade = isSummarised ? incident.Risk : null,
            factors = Shows(Detail.AssessmentFactors) ? Factors : null,
            revision = isSummarised ? incident.Revision : (int?)null,
            correctionReason = isSummarised ? incident.CorrectionReason : null,
            deliveries = Shows(Detail.ReceivingCouncil) ? incident.SentTo.Select(council => new { to = Body(council) }) : null,
            children = incident.Children.Where(record => oracle.SeesIn(record, incident)).Select(record => new
            {
                role = isSummarised ? "VICTIM" : null,
                child = oracle.Sees(record.Kid) ? new { id = record.Kid.Id } : null,
                record = oracle.Sees(record) ? new { id = record.Id } : null,
                voice = record.Voice,
            }),
            adults = Shows(Detail.Household) ? Adults(oracle, incident) : null,
            allegedPerpetrators = Shows(Detail.AllegedPerpetrator) ? new[] { new { givenName = "Alex", usualAddress = Lines("2 Away") } } : null,
            location = incident.IsPlaceSafe || !Shows(Detail.IncidentLocation) ? null : Place,
            safeLocation = incident.IsPlaceSafe && oracle.Shows(Detail.SafeAddress, incident.Force, incident.Kids) ? Place : null,
            narrative = Shows(Detail.Narrative) ? $"Story of {incident.Reference}" : null,
            informant = incident.HasInformant && Shows(Detail.Informant) ? new { isAnonymous = false, surname = "Neighbour" } : null,
            sharing = Shows(Detail.SharingDecision) ? new { decision = incident.IsShared ? "SHARED" : "WITHHELD", reason = incident.IsShared ? null : "Harm" } : null,
            withheld = Withheld("safeLocation", incident.IsPlaceSafe && IsHidden(oracle, incident.Force, incident.Kids)),
            referrals = List(referrals.Select(referral => referral.Id)),
        });

        bool Shows(Detail detail) => oracle.Shows(detail, incident.Force);
    }

    private static object Adults(Oracle oracle, ForceIncident incident) => new[]
    {
        new
        {
            role = "PARENT", givenName = "Pat", usualAddress = incident.ParentsSafe is null ? Lines("1 Home") : null,
            safeAddress = Safe(oracle, incident.ParentsSafe, incident.Force, incident.Kids),
            withheld = Withheld("safeAddress", incident.ParentsSafe is not null && IsHidden(oracle, incident.Force, incident.Kids)),
        },
    };

    private static JsonNode Of(Oracle oracle, CouncilReferral referral)
    {
        var isDecided = Shows(Detail.ReferralOutcome);
        var isReasoned = Shows(Detail.ReferralReason);
        return Node(new
        {
            id = referral.Id,
            version = referral.Version,
            from = Body(referral.From),
            to = Shows(Detail.ReceivingCouncil) ? Body(referral.To) : null,
            children = InOrder(referral.Kids.Where(oracle.Sees)).Select(kid => new { id = kid.Id }),
            grounds = LatestFirst(referral.Incidents.Where(oracle.Sees)).Select(incident => new { id = incident.Id }),
            source = SourceOf(oracle.World, referral.From),
            primaryNeed = "ABUSE_OR_NEGLECT",
            reason = isReasoned ? "Worry" : null,
            stage = isDecided ? referral.Stage : null,
            rating = referral.Rating is null ? null : new { risk = referral.Rating, rationale = isReasoned ? "Rated" : null },
            decision = referral.Outcome is null || !isDecided ? null : new { outcome = referral.Outcome, rationale = "Decided" },
            withheld = Array.Empty<object>(),
            deadlines = !Shows(Detail.Deadline) ? null : !oracle.SeesDeadlinesOf(referral) ? [] : referral.Clocks.Select(clock => new
            {
                clock = new { code = clock },
                toActBy = Body(referral.To),
                end = referral.Stage == "DECIDED" ? "DONE" : null,
                referral = new { id = referral.Id },
            }),
        });

        bool Shows(Detail detail) => oracle.Shows(detail, referral.From);
    }

    private static JsonNode Of(Oracle oracle, Glass glass) => Node(new
    {
        id = glass.Id,
        version = 1,
        state = "AWAITING_REVIEW",
        child = oracle.Sees(glass.Kid) ? new { id = glass.Kid.Id } : null,
        council = oracle.IsEmergency || glass.Council == oracle.Agency ? Body(glass.Council) : null,
        byAgency = Body(glass.ByAgency),
        by = glass.By[(glass.ByAgency.Length + 1)..],
        role = EnumNames.NameOf(glass.Role),
        reason = oracle.Role == Role.LedgerAuditor ? null : "Danger",
    });

    private static string SourceOf(World world, string from)
        => world.Forces.Contains(from) ? "POLICE" : from == world.School ? "EDUCATION" : from == world.HealthBody ? "HEALTH" : "LOCAL_AUTHORITY";

    private static bool IsHidden(Oracle oracle, string originator, IEnumerable<Kid> kids)
        => oracle.IsTold(Detail.SafeAddress) && !oracle.Shows(Detail.SafeAddress, originator, kids);

    private static JsonNode Node(object value) => JsonSerializer.SerializeToNode(value)!; // An object is never null in JSON.

    private static object Body(string code) => new { code };

    private static object List(IEnumerable<string> ids)
    {
        var all = ids.Select(id => new { id }).ToArray();
        return new { totalCount = all.Length, nodes = all };
    }

    private static object? Lines(string? line) => line is null ? null : new { lines = new[] { line }, postcode = (string?)null };

    private static object? Safe(Oracle oracle, string? line, string originator, IEnumerable<Kid> kids)
        => oracle.Shows(Detail.SafeAddress, originator, kids) ? Lines(line) : null;

    private static object[] Withheld(string field, bool isMarked) => isMarked ? [new { field, reason = "SAFE_ADDRESS" }] : [];
}
