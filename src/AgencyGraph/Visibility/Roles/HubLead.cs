namespace AgencyGraph.Visibility.Roles;

/// <summary>
/// Leads a hub (MASH): all that a practitioner of the hub sees, and who told the police, which goes no further. Answers for what the hub holds, and so
/// reviews what was opened in an emergency and decides how long records are kept.
/// </summary>
internal static class HubLead
{
    public static Grant Grant { get; } = HubPractitioner.Grant with
    {
        Role = Role.HubLead,
        Words = "The lead of a council's multi-agency safeguarding hub (MASH), who answers for how long the council's records are kept.",
        Permissions = [.. HubPractitioner.Grant.Permissions, Permission.ReviewBreakGlass, Permission.ReadRetentionReviews, Permission.DecideRetention, Permission.PlaceLegalHolds],
        Rows = HubPractitioner.Grant.Rows with
        {
            ChildAccesses = RowRules.ReadByCallerOrOfOwnCouncil,
            RetentionReviews = RowRules.OwnAgency,
            LegalHolds = RowRules.OwnAgency,
        },
        Details = new Dictionary<Detail, DetailGrant>(HubPractitioner.Grant.Details)
        {
            [Detail.Informant] = DetailGrant.Always,
            [Detail.Retention] = DetailGrant.Always,
            [Detail.LegalHold] = DetailGrant.Always,
        },
    };
}
