using System.Collections.Frozen;

namespace AgencyGraph.Visibility.Law;

/// <summary>
/// The legal basis of each disclosure, found by who acts and why, so that nobody has to choose it from a list. Which roles may state a
/// purpose is in their <see cref="Grant"/>.
/// </summary>
public static class LegalBases
{
    private static readonly Role[] Police = [Role.PoliceSystem, Role.PoliceOfficer];
    private static readonly Role[] Council = [Role.CouncilSystem, Role.HubPractitioner, Role.HubLead, Role.SocialWorker];

    private static readonly LegalGround[] Grounds =
    [
        new(Purpose.Safeguarding, Police, null,
        [
            Statutes.DutyToShare, Statutes.DutyToSafeguard, Statutes.CrimeAndDisorder, Statutes.LawEnforcement, Statutes.LegalObligation,
            Statutes.PublicTask, Statutes.SafeguardingOfChildren,
        ]),
        new(Purpose.Safeguarding, Council, null,
        [
            Statutes.DutyToShare, Statutes.Cooperation, Statutes.DutyToSafeguard, Statutes.ChildInNeed, Statutes.LegalObligation,
            Statutes.PublicTask, Statutes.SafeguardingOfChildren,
        ]),
        new(Purpose.Safeguarding, Council, RecordKind.ChildRecord, [Statutes.ConsistentIdentifier]),
        new(Purpose.Safeguarding, [Role.HealthPractitioner], null,
        [
            Statutes.DutyToShare, Statutes.DutyToSafeguard, Statutes.LegalObligation, Statutes.PublicTask, Statutes.SafeguardingOfChildren,
        ]),
        new(Purpose.Safeguarding, [Role.HealthPractitioner], RecordKind.ChildRecord, [Statutes.ConsistentIdentifier]),
        new(Purpose.Safeguarding, [Role.SchoolLead], null,
        [
            Statutes.DutyToShare, Statutes.EducationDuty, Statutes.LegalObligation, Statutes.PublicTask, Statutes.SafeguardingOfChildren,
        ]),
        new(Purpose.Safeguarding, [Role.SchoolLead], RecordKind.Incident, [Statutes.SchoolNotice]),
        new(Purpose.ChildProtectionEnquiry, [Role.HealthPractitioner], null,
            [Statutes.EnquiryIntoHarm, Statutes.PublicTask, Statutes.SafeguardingOfChildren]),
        new(Purpose.Vetting, [Role.VettingUnit], null, [Statutes.VettingChecks, Statutes.LegalObligation]),
        new(Purpose.InformationGovernance, [Role.LedgerAuditor], null, [Statutes.Accountability, Statutes.PoliceLogs]),
        new(Purpose.ChildProtectionEnquiry, [Role.PoliceOfficer], null,
            [Statutes.EnquiryIntoHarm, Statutes.LawEnforcement, Statutes.PublicTask, Statutes.SafeguardingOfChildren]),
        new(Purpose.ChildProtectionEnquiry, Council, null,
            [Statutes.EnquiryIntoHarm, Statutes.LegalObligation, Statutes.PublicTask, Statutes.SafeguardingOfChildren]),
        new(Purpose.Inspection, [Role.Inspector], null, [Statutes.JointInspection, Statutes.InspectionOfForces, Statutes.PublicTask]),
        new(Purpose.BreakGlass, [Role.PoliceOfficer], null,
            [Statutes.DutyToSafeguard, Statutes.VitalInterests, Statutes.LawEnforcement, Statutes.SafeguardingOfChildren]),
        new(Purpose.BreakGlass, [Role.HealthPractitioner], null,
            [Statutes.DutyToSafeguard, Statutes.VitalInterests, Statutes.SafeguardingOfChildren]),
        new(Purpose.Administration, [Role.Administrator], null, [Statutes.Security, Statutes.Accountability]),
    ];

    private static readonly FrozenDictionary<(Role, Purpose, RecordKind?), IReadOnlyList<LegalBasis>> Found = Tabulate();

    /// <summary>Every basis that the program knows.</summary>
    public static IReadOnlyList<LegalBasis> All => Statutes.All;

    /// <summary>On what the role rests for this purpose, whatever it reads or writes; none where it may not state the purpose.</summary>
    public static IReadOnlyList<LegalBasis> Of(Role role, Purpose purpose) => Found.GetValueOrDefault((role, purpose, null), []);

    /// <summary>The same with what is particular to this kind of record.</summary>
    public static IReadOnlyList<LegalBasis> Of(Role role, Purpose purpose, RecordKind kind) => Found.GetValueOrDefault((role, purpose, kind), []);

    private static FrozenDictionary<(Role, Purpose, RecordKind?), IReadOnlyList<LegalBasis>> Tabulate()
    {
        RecordKind?[] kinds = [null, .. Enum.GetValues<RecordKind>()];
        return (from role in Enum.GetValues<Role>()
                from purpose in Enum.GetValues<Purpose>()
                from kind in kinds
                select (role, purpose, kind)).ToFrozenDictionary(key => key, key => For(key.role, key.purpose, key.kind));
    }

    private static IReadOnlyList<LegalBasis> For(Role role, Purpose purpose, RecordKind? kind)
        => [.. Grounds.Where(ground => ground.Purpose == purpose && ground.Roles.Contains(role) && (ground.Kind is null || ground.Kind == kind))
            .SelectMany(ground => ground.Bases).Distinct()];
}
