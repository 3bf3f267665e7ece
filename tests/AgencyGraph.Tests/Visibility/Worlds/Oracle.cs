using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>
/// Who sees which record, written from the visibility matrix and not from the exchange's rules: plain conditions on plain lists.
/// </summary>
internal sealed partial class Oracle(World world, Role role, string agency, string subject, Mistake mistake = Mistake.None)
{
    public World World => world;

    public Role Role => role;

    public string Agency => agency;

    public string Subject => subject;

    /// <summary>Whether the caller has broken the glass, and asks for that purpose.</summary>
    public bool IsEmergency { get; init; }

    /// <summary>Whom the caller has opened; null where nobody is open.</summary>
    public Kid? Opened { get; init; }

    private string Me => World.Worker(agency, subject);

    /// <summary>Whether neither a restriction nor a conflict of interest hides the child.</summary>
    public bool IsOpen(Kid kid) => IsOpen(kid.Named) && (!kid.Conflicts.Contains(Me) || mistake == Mistake.ConflictsDoNotCount);

    private bool IsOpen(IReadOnlyList<string>? named) => named is null || named.Contains(Me) || mistake == Mistake.RestrictionsDoNotCount;

    /// <summary>Whether what a force wants kept by the council that received it may come here.</summary>
    private bool MayCome(bool needsConsent, string originator, string council)
        => !needsConsent || originator == agency || council == agency || mistake == Mistake.ConsentDoesNotCount;

    public bool Sees(Kid kid) => IsOpen(kid) && MaySee(kid);

    public bool Sees(KidRecord record) => IsThere(record) && MaySee(record);

    public bool Sees(ForceIncident incident)
        => IsOpen(incident.Named) && incident.Kids.All(IsOpen) && MayCome(incident.NeedsConsent, incident.Force, incident.Council) && MaySee(incident);

    public bool Sees(ForceEpisode episode) => IsOpen(episode.Kid) && MaySee(episode);

    public bool Sees(CouncilReferral referral) => referral.Kids.All(IsOpen) && MaySee(referral);

    /// <summary>Whoever sees a referral sees what is to be done on it by when; a school and a health body of their own ones, and nobody in an emergency.</summary>
    public bool SeesDeadlinesOf(CouncilReferral referral)
        => !IsEmergency && Sees(referral) && (Whose is not (Body.School or Body.Health) || referral.From == agency || mistake == Mistake.DeadlinesAreForPatientsToo);

    /// <summary>Everybody knows what they were shown themselves, an auditor what the own agency was; who answers for the child knows of everybody.</summary>
    public bool Sees(KidAccess access)
        => IsOpen(access.Kid) && (mistake == Mistake.ReadersAreKnownToAll
            || (role == Role.LedgerAuditor ? access.Agency == agency : World.Worker(access.Agency, access.Reader) == Me)
            || (role is Role.LedgerAuditor or Role.CouncilSystem or Role.HubLead && IsResponsible(access.Kid)));

    private bool IsThere(KidRecord record)
        => IsOpen(record.Kid) && IsOpen(record.Incident?.Named) && MayCome(record.NeedsConsent, record.Agency, record.Council);

    private bool MaySee(Kid kid) => Whose switch
    {
        Body.Council => IsResponsible(kid) || world.IsTold(agency, kid),
        Body.Worker => IsAllocated(kid),
        Body.Force => world.Incidents.Any(incident => incident.Force == agency && incident.Has(kid))
            || world.Episodes.Any(episode => episode.Force == agency && episode.Kid == kid),
        Body.School or Body.Health => IsEnrolled(kid),
        Body.Emergency => kid == Opened,
        _ => false,
    };

    private bool MaySee(KidRecord record) => Whose switch
    {
        Body.Council => record.Agency == agency || (Shared(record.IsShared) && (record.Council == agency || About(record))),
        Body.Worker => IsAllocated(record.Kid) && (Shared(record.IsShared) || record.Agency == agency),
        Body.Force => record.Agency == agency,
        Body.Health => Shared(record.IsShared) && IsEnrolled(record.Kid),
        Body.School => !record.IsForces && IsEnrolled(record.Kid),
        Body.Emergency => Shared(record.IsShared) && record.Kid == Opened,
        _ => false,
    };

    private bool MaySee(ForceIncident incident) => Whose switch
    {
        Body.Council => Shared(incident.IsShared) && (incident.Council == agency || incident.Kids.Any(IsResponsible)),
        Body.Worker => Shared(incident.IsShared) && incident.Kids.Any(IsAllocated),
        Body.Force => incident.Force == agency,
        Body.Health => Shared(incident.IsShared) && incident.Kids.Any(IsEnrolled),
        Body.School => incident.Kids.Any(kid => IsNotifiedOf(kid, incident)),
        Body.Emergency => Shared(incident.IsShared) && incident.Kids.Any(kid => kid == Opened),
        _ => false,
    };

    private bool MaySee(ForceEpisode episode) => Whose switch
    {
        Body.Council => episode.Council == agency || IsResponsible(episode.Kid),
        Body.Worker => IsAllocated(episode.Kid),
        Body.Force => episode.Force == agency,
        Body.Health => IsEnrolled(episode.Kid),
        Body.School => episode.Kid.Enrolments.TryGetValue(agency, out var since) && (since <= episode.MadeIn || mistake == Mistake.NoticesReachBack),
        Body.Emergency => episode.Kid == Opened,
        _ => false,
    };

    private bool MaySee(CouncilReferral referral) => Whose switch
    {
        Body.Council => referral.To == agency
            || (mistake != Mistake.ReferralsAreForTheirReceiverOnly && (referral.From == agency || referral.Kids.Any(IsResponsible))),
        Body.Worker => referral.Kids.Any(IsAllocated),
        Body.Force or Body.School => referral.From == agency,
        Body.Health => referral.From == agency || referral.Kids.Any(IsEnrolled),
        Body.Emergency => referral.Kids.Any(kid => kid == Opened),
        _ => false,
    };

    /// <summary>That a child was opened in an emergency: its council, who did it, and the auditor there.</summary>
    public bool Sees(Glass glass) => IsOpen(glass.Kid) && (glass.By == Me
        ? (IsEmergency ? glass.Kid == Opened : role is Role.PoliceOfficer or Role.HealthPractitioner)
        : role == Role.LedgerAuditor ? glass.ByAgency == agency
        : Whose == Body.Council && glass.Council == agency);

    /// <summary>That a child was in an incident: whoever sees the incident and may be told of that child in it.</summary>
    public bool SeesIn(KidRecord record, ForceIncident incident)
        => Sees(incident) && IsThere(record) && (Whose == Body.School ? IsNotifiedOf(record.Kid, incident) : MaySee(record));

    private bool About(KidRecord record)
        => mistake == Mistake.RecordsAreJudgedByTheirIncident && record.Incident is { } incident
            ? incident.Children.Any(other => IsResponsible(other.Kid))
            : IsResponsible(record.Kid);

    private bool IsResponsible(Kid kid) => kid.Responsible == agency && mistake != Mistake.ResponsibilityDoesNotCount;

    private bool IsAllocated(Kid kid)
        => kid.Worker == Me || (mistake == Mistake.EndedAllocationsCount && kid.FormerWorkers.Contains(Me));

    private bool IsEnrolled(Kid kid) => kid.Enrolments.ContainsKey(agency);

    /// <summary>A school is told of domestic abuse, of pupils who were on roll then and are still.</summary>
    private bool IsNotifiedOf(Kid kid, ForceIncident incident)
        => Shared(incident.IsShared) && (incident.IsDomesticAbuse || mistake == Mistake.SchoolsAreToldOfAll)
            && kid.Enrolments.TryGetValue(agency, out var since) && (since <= incident.SharedIn || mistake == Mistake.NoticesReachBack);

    private bool Shared(bool isShared) => isShared || mistake == Mistake.WithheldIsShown;
}
