using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>What a random world holds, as plain lists: nothing here is asked of the exchange but the ids that it gave.</summary>
internal sealed class World(IReadOnlyList<string> forces, IReadOnlyList<string> councils, string school, string healthBody)
{
    public IReadOnlyList<string> Forces => forces;

    public IReadOnlyList<string> Councils => councils;

    public string School => school;

    public string HealthBody => healthBody;

    public List<Kid> Kids { get; } = [];

    public List<KidRecord> Records { get; } = [];

    public List<ForceIncident> Incidents { get; } = [];

    public List<ForceEpisode> Episodes { get; } = [];

    public List<CouncilReferral> Referrals { get; } = [];

    public List<Glass> Glasses { get; } = [];

    public List<Hold> Holds { get; } = [];

    /// <summary>The ids of what was erased.</summary>
    public HashSet<string> Erased { get; } = [];

    /// <summary>Who was shown what while the world was built, as the exchange has it: the comparison is of who may know of that.</summary>
    public IReadOnlyList<KidAccess> Accesses { get; set; } = [];

    /// <summary>Counts the steps; what was done later has the higher number.</summary>
    public int Step { get; set; }

    /// <summary>Which records the last step's own updates show to those who come to see them.</summary>
    public Func<object, bool> IsShownOtherwise { get; set; } = _ => false;

    public IEnumerable<object> All => [.. Kids, .. Records, .. Incidents, .. Episodes, .. Referrals, .. Glasses];

    /// <summary>Whether a council's hub has been told of a child and has not been told otherwise since.</summary>
    public bool IsTold(string council, Kid kid)
        => IsToldByOthers(council, kid)
            || Referrals.Any(referral => referral.To == council && referral.Kids.Contains(kid))
            || Records.Any(record => record.Agency == council && record.Kid == kid);

    /// <summary>Whether a council that records a child becomes responsible: nobody is, and nobody else knows the child or somebody told the council.</summary>
    public bool TakesOn(string council, Kid kid)
        => kid.Responsible is null && (IsToldByOthers(council, kid)
            || !(Incidents.Any(incident => incident.Has(kid)) || Episodes.Any(episode => episode.Kid == kid) || councils.Any(other => other != council && IsTold(other, kid))));

    private bool IsToldByOthers(string council, Kid kid)
        => Incidents.Any(incident => incident.IsShared && incident.Council == council && incident.Has(kid))
            || Episodes.Any(episode => episode.Council == council && episode.Kid == kid)
            || Referrals.Any(referral => referral.To == council && referral.From != council && referral.Kids.Contains(kid));

    public static string Worker(string council, string subject) => $"{council}/{subject}";
}

internal sealed class Kid
{
    public required string Name { get; init; }

    public required DateOnly BornOn { get; init; }

    /// <summary>Null for one who can never be matched: each mention is another child.</summary>
    public string? NhsNumber { get; init; }

    public string? Upn { get; init; }

    public string Id { get; set; } = "";

    public string? Responsible { get; set; }

    public string? Worker { get; set; }

    public List<string> FormerWorkers { get; } = [];

    /// <summary>Who alone finds the child; null while it is not restricted.</summary>
    public IReadOnlyList<string>? Named { get; set; }

    /// <summary>At which school and health body it is enrolled, and since which step.</summary>
    public Dictionary<string, int> Enrolments { get; } = [];

    /// <summary>Workers who are linked to a party.</summary>
    public HashSet<string> Conflicts { get; } = [];
}

/// <summary>One agency's record of a child; of a force it belongs to an incident or a missing episode.</summary>
internal sealed class KidRecord
{
    public required Kid Kid { get; init; }

    public required string Agency { get; init; }

    public ForceIncident? Incident { get; init; }

    public ForceEpisode? Episode { get; init; }

    public required int MadeIn { get; init; }

    public required string GivenName { get; init; }

    public string? LocalReference { get; init; }

    public string? Usual { get; init; }

    public string? Safe { get; set; }

    public string? Voice { get; init; }

    public int Version { get; set; } = 1;

    public string Id { get; set; } = "";

    public string Council => Incident?.Council ?? Episode?.Council ?? Agency;

    public bool IsForces => Incident is not null || Episode is not null;

    public bool IsShared => Incident?.IsShared ?? true;

    public bool NeedsConsent => Incident?.NeedsConsent ?? false;
}

internal sealed class ForceIncident
{
    public required string Force { get; init; }

    public required string Reference { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required string Risk { get; set; }

    public required string Council { get; set; }

    public required bool IsShared { get; set; }

    public required bool HasInformant { get; set; }

    public required bool IsDomesticAbuse { get; set; }

    /// <summary>Whether the force must agree before it goes beyond the council that received it.</summary>
    public required bool NeedsConsent { get; set; }

    /// <summary>In which step it was shared with the council that sees it.</summary>
    public int SharedIn { get; set; }

    /// <summary>Whether the place where it happened is kept safe.</summary>
    public required bool IsPlaceSafe { get; set; }

    /// <summary>Where the parent is kept safe; null for a parent at home.</summary>
    public string? ParentsSafe { get; set; }

    /// <summary>Who alone finds the incident; null while it is not restricted.</summary>
    public IReadOnlyList<string>? Named { get; set; }

    public List<KidRecord> Children { get; set; } = [];

    public List<string> SentTo { get; } = [];

    public int Version { get; set; } = 1;

    public int Revision { get; set; } = 1;

    public string? CorrectionReason { get; set; }

    public string Id { get; set; } = "";

    public IEnumerable<Kid> Kids => Children.Select(record => record.Kid);

    public bool Has(Kid kid) => Children.Any(record => record.Kid == kid);
}

/// <summary>That a child was opened in an emergency.</summary>
/// <param name="By">Who did it, with the agency.</param>
/// <param name="Council">That answered for the child.</param>
internal sealed record Glass(string Id, Kid Kid, Role Role, string ByAgency, string By, string Council);

internal sealed class CouncilReferral
{
    public required string From { get; init; }

    public required string To { get; init; }

    public required int MadeIn { get; init; }

    public required IReadOnlyList<Kid> Kids { get; init; }

    public required List<ForceIncident> Incidents { get; init; }

    public string Stage { get; set; } = "CONTACT";

    public string? Rating { get; set; }

    public string? Outcome { get; set; }

    public int Version { get; set; } = 1;

    public string Id { get; set; } = "";

    /// <summary>Those that were started on it, in their order.</summary>
    public IEnumerable<string> Clocks => Rating is null ? ["REF_DECISION"] : ["REF_DECISION", "MASH_R"];
}

/// <summary>A legal hold on a child or a record.</summary>
internal sealed class Hold
{
    public required string Agency { get; init; }

    public required string Subject { get; init; }

    public required object Record { get; init; }

    /// <summary>Whom the record was about when the hold was placed.</summary>
    public required IReadOnlyList<Kid> Kids { get; init; }

    public required int MadeIn { get; init; }

    public string Id { get; set; } = "";

    public bool IsLifted { get; set; }
}

/// <summary>That a reader was shown something of a child.</summary>
internal sealed record KidAccess(Kid Kid, string Agency, string Reader);
