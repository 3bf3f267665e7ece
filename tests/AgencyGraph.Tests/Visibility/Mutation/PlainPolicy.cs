using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Mutation;

/// <summary>Who sees which kind of record, by the matrix: sets and plain conditions, no expression of the exchange's.</summary>
internal static class PlainPolicy
{
    private static readonly Role[] Forces = [Role.PoliceSystem, Role.PoliceOfficer];
    private static readonly Role[] Councils = [Role.CouncilSystem, Role.HubPractitioner, Role.HubLead];
    private static readonly Role[] WithRecords = [.. Forces, .. Councils, Role.SocialWorker, Role.HealthPractitioner, Role.SchoolLead];

    private static readonly Role[] Answering = [Role.CouncilSystem, Role.HubLead, Role.LedgerAuditor];
    private static readonly Role[] WithAccess = [.. WithRecords.Except([Role.PoliceSystem]), Role.LedgerAuditor];

    /// <summary>By the role alone, whatever holds for all.</summary>
    public static bool Row(Role role, RecordKind kind, Case one) => kind switch
    {
        RecordKind.Child => Knows(role, one),
        RecordKind.Involvement => IsPointed(role, one),
        RecordKind.ChildRecord => Reads(role, one) || (role == Role.SchoolLead && one.Shared.IsShared && (IsCouncils(one) ? IsOnRoll(one) : IsNotified(one))),
        RecordKind.Incident => Reads(role, one) || (role == Role.SchoolLead && one.Shared.IsShared && IsNotified(one)),
        RecordKind.MissingEpisode => Reads(role, one) || (role == Role.SchoolLead && one.Shared.IsShared && IsNotified(one)),
        RecordKind.Referral => Reads(role, one) || (role == Role.SchoolLead && IsOwn(one))
            || (role == Role.HealthPractitioner && (IsOwn(one) || IsTied(one, RelationshipKind.HealthRegistration, one.Agency))),
        RecordKind.Deadline => role is Role.HealthPractitioner or Role.SchoolLead ? IsOwn(one) : Reads(role, one),
        RecordKind.Acknowledgement => WithRecords.Contains(role) && IsOwn(one),
        RecordKind.ReceiverDesignation or RecordKind.RestrictionDecision => IsSystem(role) && IsOwn(one),
        RecordKind.ConflictDecision => (IsSystem(role) || role == Role.Administrator) && IsOwn(one),
        RecordKind.RetentionReview or RecordKind.LegalHold => (IsSystem(role) || role == Role.HubLead) && IsOwn(one),
        RecordKind.AccessDecision => role is Role.Administrator or Role.LedgerAuditor,
        RecordKind.AgencyRegistration => role == Role.Administrator,
        RecordKind.Link => role is Role.Administrator or Role.Inspector
            || ((Forces.Contains(role) || Councils.Contains(role)) && (IsOwn(one) || one.Shared.Council?.Value == one.Agency)),
        RecordKind.ChildAccess => WithAccess.Contains(role)
            && ((role == Role.LedgerAuditor ? IsOwn(one) : one.Shared.Worker == one.Me)
                || (Answering.Contains(role) && IsTied(one, RelationshipKind.ResponsibleCouncil, one.Agency))),
        RecordKind.AccessAlert or RecordKind.SubjectReport or RecordKind.Disclosure => role == Role.LedgerAuditor && IsOwn(one),
        RecordKind.BreakGlass => role switch
        {
            Role.PoliceOfficer or Role.HealthPractitioner => one.Shared.Worker == one.Me,
            Role.LedgerAuditor => IsOwn(one),
            _ => Councils.Contains(role) && one.Shared.Council?.Value == one.Agency,
        },
        _ => throw new InvalidOperationException($"{kind}? Say in the plain policy who sees it."),
    };

    /// <summary>For whoever broke the glass, and for that purpose.</summary>
    public static bool RowInEmergency(RecordKind kind, Case one) => IsTied(one, RelationshipKind.BrokenGlass, one.Me) && kind switch
    {
        RecordKind.Child => true,
        RecordKind.Involvement or RecordKind.ChildRecord or RecordKind.Incident or RecordKind.Referral or RecordKind.MissingEpisode => one.Shared.IsShared,
        RecordKind.BreakGlass => one.Shared.Worker == one.Me,
        _ => false,
    };

    public static bool IsWithoutConflict(Case one)
        => !IsTied(one, RelationshipKind.ConflictOfInterest, one.Me) && !(one.Other is { } other && IsTied(one, RelationshipKind.ConflictOfInterest, other));

    public static bool MayCome(Case one)
        => !one.Shared.NeedsConsent || one.Shared.Originator.Value == one.Agency || one.Shared.Council?.Value == one.Agency;

    public static bool IsOpen(Case one)
    {
        var lists = one.Shared.Children.Select(child => one.Names.Where(name => name.ChildId == child).ToList()).ToList();
        if (one.Shared.Restriction is { } restriction)
            lists.Add([.. one.Names.Where(name => name.RecordId == restriction)]);
        return lists.TrueForAll(list => list.Count == 0 || list.Exists(name => name.Holder == one.Me));
    }

    private static bool Knows(Role role, Case one)
        => Forces.Contains(role) ? IsTied(one, RelationshipKind.OriginatingForce, one.Agency)
            : Councils.Contains(role) ? IsTied(one, RelationshipKind.ResponsibleCouncil, one.Agency) || IsTied(one, RelationshipKind.HubArea, one.Agency)
            : role == Role.SocialWorker ? IsTied(one, RelationshipKind.AllocatedWorker, one.Me)
            : role == Role.HealthPractitioner ? IsTied(one, RelationshipKind.HealthRegistration, one.Agency)
            : role == Role.SchoolLead && IsOnRoll(one);

    private static bool Reads(Role role, Case one)
        => Forces.Contains(role) ? IsOwn(one)
            : Councils.Contains(role) ? IsOwn(one) || (one.Shared.IsShared
                && (one.Shared.Council?.Value == one.Agency || IsTied(one, RelationshipKind.ResponsibleCouncil, one.Agency)))
            : role == Role.SocialWorker ? (one.Shared.IsShared || IsOwn(one)) && IsTied(one, RelationshipKind.AllocatedWorker, one.Me)
            : role == Role.HealthPractitioner && one.Shared.IsShared && IsTied(one, RelationshipKind.HealthRegistration, one.Agency);

    private static bool IsPointed(Role role, Case one)
        => role == Role.PoliceOfficer ? IsOwn(one) || (one.Shared.IsPointer && Knows(role, one))
            : role == Role.SchoolLead ? one.Shared.IsPointer && IsCouncils(one) && IsOnRoll(one)
            : Reads(role, one) || (Councils.Contains(role) && one.Shared.IsPointer && IsTied(one, RelationshipKind.HubArea, one.Agency));

    private static bool IsSystem(Role role) => role is Role.PoliceSystem or Role.CouncilSystem;

    private static bool IsOwn(Case one) => one.Shared.Originator.Value == one.Agency;

    private static bool IsCouncils(Case one) => one.Shared.Council is { } council && one.Shared.Originator == council;

    private static bool IsOnRoll(Case one) => IsTied(one, RelationshipKind.SchoolRoll, one.Agency);

    private static bool IsNotified(Case one)
        => one.Shared.NoticeAt is { } at && Ties(one, RelationshipKind.SchoolRoll, one.Agency).Any(tie => tie.From <= at);

    private static bool IsTied(Case one, RelationshipKind kind, string holder) => Ties(one, kind, holder).Any();

    private static IEnumerable<Relationship> Ties(Case one, RelationshipKind kind, string holder)
        => one.Ties.Where(tie => tie.Kind == kind && tie.Holder == holder && one.Shared.Children.Contains(tie.ChildId));
}
