namespace AgencyGraph.Visibility.Roles;

/// <summary>
/// What a role sees when it breaks the glass, and nothing besides: the one child whom it opened, in the details that it is shown of its own
/// children and the safe address. It finds that child by its id alone: there are no lists, no search and no updates, and it writes nothing else.
/// </summary>
internal static class Emergency
{
    public static Grant Of(Grant usual) => usual with
    {
        Words = $"{usual.Words} In an emergency, for the one child whom they opened.",
        Purposes = [Purpose.BreakGlass],
        Permissions =
        [
            Permission.ReadOwnIdentity, Permission.ReadChildren, Permission.ReadIncidents, Permission.ReadReferrals, Permission.BreakGlass,
            Permission.ReadBreakGlass, Permission.ReadMissing,
        ],
        Rows = Rows.None with
        {
            Children = RowRules.OpenedByCaller,
            Involvement = RowRules.SharedAboutOpenedByCaller,
            ChildRecords = RowRules.SharedAboutOpenedByCaller,
            Incidents = RowRules.SharedAboutOpenedByCaller,
            Referrals = RowRules.SharedAboutOpenedByCaller,
            BreakGlass = RowRules.OwnDeedThatIsOpen,
            MissingEpisodes = RowRules.SharedAboutOpenedByCaller,
        },
        Details = new Dictionary<Detail, DetailGrant>(usual.Details)
        {
            [Detail.SafeAddress] = DetailGrant.Always,
            [Detail.MissingPlace] = DetailGrant.Always,
            [Detail.ResponsibleCouncil] = DetailGrant.Always,
        },
        MaySearch = false,
    };

    public static Grant Nothing(Role role)
        => new(role, "Nothing in an emergency.", [], [], Rows.None, new Dictionary<Detail, DetailGrant>()) { MaySearch = false };
}
