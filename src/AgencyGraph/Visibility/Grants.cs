using System.Collections.Frozen;
using AgencyGraph.Visibility.Roles;

namespace AgencyGraph.Visibility;

/// <summary>Every role's grant.</summary>
public static class Grants
{
    public static IReadOnlyDictionary<Role, Grant> All { get; } = new[]
    {
        PoliceSystem.Grant, PoliceOfficer.Grant, VettingUnit.Grant, CouncilSystem.Grant, HubPractitioner.Grant, HubLead.Grant, SocialWorker.Grant,
        HealthPractitioner.Grant, SchoolLead.Grant, Inspector.Grant, LedgerAuditor.Grant, Administrator.Grant,
    }.ToFrozenDictionary(grant => grant.Role);

    /// <summary>What a role may do and see in an emergency, and nothing besides: its grant for <see cref="Purpose.BreakGlass"/>.</summary>
    public static IReadOnlyDictionary<Role, Grant> InEmergency { get; } = new[] { Emergency.Of(PoliceOfficer.Grant), Emergency.Of(HealthPractitioner.Grant) }
        .ToFrozenDictionary(grant => grant.Role);

    /// <summary>What the role may do and see for its usual purposes; <see cref="Grant.Purposes"/> are all for which it may act.</summary>
    public static Grant Of(Role role) => All[role];

    /// <summary>What the role may do and see for this purpose. For an emergency that it does not know: nothing.</summary>
    public static Grant Of(Role role, Purpose purpose)
        => purpose != Purpose.BreakGlass ? All[role] : InEmergency.GetValueOrDefault(role) ?? Emergency.Nothing(role);
}
