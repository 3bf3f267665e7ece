using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>Which fields are shown, and which pointers.</summary>
internal sealed partial class Oracle
{
    /// <summary>Whether a class of fields is shown on what <paramref name="originator"/> wrote about <paramref name="kids"/>.</summary>
    public bool Shows(Detail detail, string originator, params IEnumerable<Kid> kids)
        => IsEmergency && detail is (Detail.SafeAddress or Detail.ResponsibleCouncil or Detail.MissingPlace) ? true
            : IsEmergency && detail == Detail.Informant ? role == Role.PoliceOfficer && originator == agency
            : ShowsUsually(detail, originator, kids);

    private bool ShowsUsually(Detail detail, string originator, IEnumerable<Kid> kids)
        => Details.Of(role, detail) switch
        {
            Shown.Always => true,
            Shown.Own => originator == agency,
            Shown.OwnElseTold => originator == agency || mistake == Mistake.SafeAddressesAreOpen,
            Shown.NamedElseTold => kids.Any(IsAllocated) || mistake == Mistake.SafeAddressesAreOpen,
            Shown.UnlessSafe or Shown.UnlessSafeElseTold => !kids.Any(IsKeptSafe),
            Shown.UnlessSafeOrNamedElseTold => !kids.Any(IsKeptSafe) || kids.Any(IsAllocated),
            Shown.Never => false,
            var other => throw new InvalidOperationException($"{other}?"),
        };

    public bool IsTold(Detail detail) => Details.Of(role, detail) is Shown.OwnElseTold or Shown.NamedElseTold or Shown.UnlessSafeElseTold or Shown.UnlessSafeOrNamedElseTold;

    /// <summary>Whether the caller is pointed to the agency that made the record, of a child whom the caller knows.</summary>
    public bool IsPointedTo(KidRecord record)
    {
        if (!IsThere(record) || !Shows(Detail.Involvement, record.Agency))
            return false;
        var isKeptSafe = world.Records.Any(other => other.Kid == record.Kid && KeepsSafe(other)) && mistake != Mistake.PointersGiveAwayTheSafe;
        var isTold = record.IsShared && !record.NeedsConsent && !isKeptSafe;
        return Whose switch
        {
            Body.Force => record.Agency == agency || (isTold && MaySee(record.Kid)),
            Body.Council => MaySee(record) || (isTold && MaySee(record.Kid)),
            Body.School => isTold && !record.IsForces && IsEnrolled(record.Kid),
            _ => MaySee(record),
        };
    }

    private Body Whose => IsEmergency ? Body.Emergency : Of(role);

    /// <summary>Whether anybody's record of the child keeps a place safe.</summary>
    private bool IsKeptSafe(Kid kid)
        => world.Records.Any(record => record.Kid == kid && KeepsSafe(record)) && mistake != Mistake.MissingPlacesGiveAwayTheSafe;

    /// <summary>An incident that keeps a place, a parent or a child safe keeps all its children so.</summary>
    private static bool KeepsSafe(KidRecord record)
        => record.Safe is not null || record.Episode?.KeepsSafe == true || (record.Incident is { } incident
            && (incident.IsPlaceSafe || incident.ParentsSafe is not null || incident.Children.Exists(other => other.Safe is not null)));

    private static Body Of(Role role) => role switch
    {
        Role.PoliceSystem or Role.PoliceOfficer => Body.Force,
        Role.CouncilSystem or Role.HubPractitioner or Role.HubLead => Body.Council,
        Role.SocialWorker => Body.Worker,
        Role.HealthPractitioner => Body.Health,
        Role.SchoolLead => Body.School,
        _ => Body.NoOne,
    };

    private enum Body
    {
        NoOne,
        Force,
        Council,
        Worker,
        Health,
        School,
        Emergency,
    }
}
