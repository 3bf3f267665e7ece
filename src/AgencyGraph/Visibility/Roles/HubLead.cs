namespace AgencyGraph.Visibility.Roles;

/// <summary>Leads a hub (MASH): all that a practitioner of the hub sees, who told the police, which goes no further; and the reviews of what was opened in an emergency.</summary>
internal static class HubLead
{
    public static Grant Grant { get; } = HubPractitioner.Grant with
    {
        Role = Role.HubLead,
        Rows = HubPractitioner.Grant.Rows with { ChildAccesses = RowRules.ReadByCallerOrOfOwnCouncil },
        Words = "The lead of a council's multi-agency safeguarding hub (MASH).",
        Permissions = [.. HubPractitioner.Grant.Permissions, Permission.ReviewBreakGlass],
        Details = new Dictionary<Detail, DetailGrant>(HubPractitioner.Grant.Details) { [Detail.Informant] = DetailGrant.Always },
    };
}
