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

    public static Grant Of(Role role) => All[role];
}
