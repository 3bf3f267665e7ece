using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>
/// Who sees which record, written from the visibility matrix and not from the exchange's rules: plain conditions on plain lists.
/// </summary>
internal sealed class Oracle(World world, Role role, string agency, string subject, Mistake mistake = Mistake.None)
{
    public World World => world;

    public Role Role => role;

    public string Agency => agency;

    public string Subject => subject;

    /// <summary>Whether no restriction hides the child.</summary>
    public bool IsOpen(Kid kid) => IsOpen(kid.Named);

    private bool IsOpen(IReadOnlyList<string>? named)
        => named is null || named.Contains(World.Worker(agency, subject)) || mistake == Mistake.RestrictionsDoNotCount;

    private bool IsCouncil => role is Role.CouncilSystem or Role.HubPractitioner;

    public bool Sees(Kid kid) => IsOpen(kid) && MaySee(kid);

    public bool Sees(KidRecord record) => IsOpen(record.Kid) && IsOpen(record.Incident?.Named) && MaySee(record);

    public bool Sees(ForceIncident incident) => IsOpen(incident.Named) && incident.Kids.All(IsOpen) && MaySee(incident);

    public bool Sees(CouncilReferral referral) => referral.Kids.All(IsOpen) && MaySee(referral);

    private bool MaySee(Kid kid)
        => IsCouncil ? IsResponsible(kid) || world.IsTold(agency, kid)
            : role == Role.SocialWorker ? IsAllocated(kid)
            : Details.IsPolice(role) && world.Incidents.Any(incident => incident.Force == agency && incident.Has(kid));

    private bool MaySee(KidRecord record)
        => IsCouncil ? record.Agency == agency || (Shared(record.IsShared) && (record.Council == agency || About(record)))
            : role == Role.SocialWorker ? IsAllocated(record.Kid) && (Shared(record.IsShared) || record.Agency == agency)
            : Details.IsPolice(role) && record.Agency == agency;

    private bool MaySee(ForceIncident incident)
        => IsCouncil ? Shared(incident.IsShared) && (incident.Council == agency || incident.Children.Any(record => IsResponsible(record.Kid)))
            : role == Role.SocialWorker ? Shared(incident.IsShared) && incident.Children.Any(record => IsAllocated(record.Kid))
            : Details.IsPolice(role) && incident.Force == agency;

    private bool MaySee(CouncilReferral referral)
        => IsCouncil ? referral.To == agency || (mistake != Mistake.ReferralsAreForTheirReceiverOnly && (referral.From == agency || referral.Kids.Any(IsResponsible)))
            : role == Role.SocialWorker ? referral.Kids.Any(IsAllocated)
            : Details.IsPolice(role) && referral.From == agency;

    /// <summary>That a child was in an incident: whoever sees the incident and the force's record of that child.</summary>
    public bool SeesIn(KidRecord record, ForceIncident incident) => Sees(incident) && Sees(record);

    /// <summary>Whether a class of fields is shown on what <paramref name="originator"/> wrote about <paramref name="kids"/>.</summary>
    public bool Shows(Detail detail, string originator, params IEnumerable<Kid> kids)
        => Details.Of(role, detail) switch
        {
            Shown.Always => true,
            Shown.OwnElseTold => originator == agency || mistake == Mistake.SafeAddressesAreOpen,
            Shown.NamedElseTold => kids.Any(IsAllocated) || mistake == Mistake.SafeAddressesAreOpen,
            Shown.Never => false,
            var other => throw new InvalidOperationException($"{other}?"),
        };

    public bool IsTold(Detail detail) => Details.Of(role, detail) is Shown.OwnElseTold or Shown.NamedElseTold;

    private bool About(KidRecord record)
        => mistake == Mistake.RecordsAreJudgedByTheirIncident && record.Incident is { } incident
            ? incident.Children.Any(other => IsResponsible(other.Kid))
            : IsResponsible(record.Kid);

    private bool IsResponsible(Kid kid) => kid.Responsible == agency && mistake != Mistake.ResponsibilityDoesNotCount;

    private bool IsAllocated(Kid kid)
    {
        var me = World.Worker(agency, subject);
        return kid.Worker == me || (mistake == Mistake.EndedAllocationsCount && kid.FormerWorkers.Contains(me));
    }

    private bool Shared(bool isShared) => isShared || mistake == Mistake.WithheldIsShown;
}
