using AgencyGraph.Access;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Engine;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Commands.ExportSchema;

/// <summary><c>visibility.md</c>: who may see what, in words that a data-protection officer can sign.</summary>
internal static class VisibilityPage
{
    private static readonly Role[] Roles = Enum.GetValues<Role>();

    public static string Print(GraphModel model)
    {
        var page = new Page()
            .Heading(1, "Who may see what")
            .Paragraph("Printed by `export-schema` from the rules that the program runs; a test compares it, "
                + "so a change of a rule changes this page.")
            .Paragraph("Three questions are asked of each request and of each update that is pushed, by the same rules. "
                + "May the role call the operation, for "
                + "the purpose stated? Which records does the caller see? Which classes of fields on them? "
                + "What no rule grants is denied. What a caller may not "
                + "see answers as what does not exist.");
        Who(page);
        LawSection.Print(page);
        RoleSection.Print(page);
        Operations(page, model);
        Rows(page);
        Details(page);
        Fields(page, model);
        Pushed(page, model);
        return page
            .Heading(2, "Signed off")
            .Table(["Agency", "Name and office", "Date", "For the page as of (commit)"], [["", "", "", ""]])
            .ToString();
    }

    private static void Who(Page page) => page
        .Heading(2, "Roles")
        .Table(["Role", "In a token", "Who", "May act for"], Roles.Select(role => new[]
        {
            Title(role), $"`{RoleNames.NameOf(role)}`", Grants.Of(role).Words, string.Join(", ", Grants.Of(role).Purposes.Select(Code)),
        }));

    private static void Operations(Page page, GraphModel model) => page
        .Heading(2, "Operations")
        .Paragraph("`node` finds no more than the lookup of the same type does.")
        .Table(["Operation", "Fields", .. Roles.Select(Title)], Enum.GetValues<Permission>().Select(permission => (string[])
        [
            Summary(permission), FieldsOf(model, permission), .. Roles.Select(role => Grants.Of(role).Permits(permission) ? "yes" : "–"),
        ]));

    private static string FieldsOf(GraphModel model, Permission permission)
        => string.Join(", ", OwnFieldsOf(permission).Concat(model.RootFields.Where(field => field.Permission == permission).Select(field => field.Name)).Select(name => $"`{name}`"));

    /// <summary>The fields that are no module's.</summary>
    private static string[] OwnFieldsOf(Permission permission) => permission switch
    {
        Permission.ReadOwnIdentity => ["me"],
        Permission.FollowUpdates => ["updates", "feedPosition"],
        Permission.ReadLedger => ["ledger"],
        _ => [],
    };

    private static void Rows(Page page)
    {
        _ = page.Heading(2, "Records")
            .Paragraph("Three rules hold for every role, and no role or relationship overrules them.")
            .Table(["Rule", "Says"],
            [
                ["Restriction", RestrictionRule.Words], ["Conflict of interest", ConflictRule.Rule.Words], ["Consent of the force", ConsentRule.Rule.Words],
            ]);
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            _ = page.Heading(3, kind.ToString()).Paragraph(Summary(kind))
                .Table(["Role", "Sees"], Roles.Select(role => new[] { Title(role), Grants.Of(role).Rows[kind].Words }));
        }
    }

    private static void Details(Page page)
    {
        _ = page.Heading(2, "Classes of fields").Paragraph("On the records that the role sees.");
        foreach (var group in Enum.GetValues<Detail>())
        {
            _ = page.Heading(3, group.ToString()).Paragraph(Summary(group))
                .Table(["Shown", "To"], Roles.GroupBy(role => Shown(Grants.Of(role)[group]))
                    .Select(roles => new[] { roles.Key, string.Join(", ", roles.Select(Title)) }));
        }
    }

    private static string Shown(DetailGrant grant) => grant.IsAlways || grant.IsNever ? grant.Words : $"on {grant.Words}";

    private static void Fields(Page page, GraphModel model) => page
        .Heading(2, "The fields of each class")
        .Table(["Class", "Fields", "Orders that need it"], Enum.GetValues<Detail>().Select(detail => new[]
        {
            detail.ToString(),
            Names(model.Types.SelectMany(type => type.Fields.Where(field => field.Detail == detail)
                .Select(field => $"`{type.Name}.{field.Name}`"))),
            Names(model.RootFields.OfType<ConnectionField>().Select(field => field.Listing).Where(listing => listing.Orders.Count > 1)
                .SelectMany(listing => listing.Orders.Where(order => order.Detail == detail)
                    .Select(order => $"`{listing.Name}Order.{order.Name}`"))),
        }));

    private static void Pushed(Page page, GraphModel model) => page
        .Heading(2, "What is pushed")
        .Paragraph("An update shows its record under the rules above. Free text is read by query and never pushed: "
            + Names(model.Types.SelectMany(type => type.Fields.OfType<ScalarDeclaration>().Where(field => field.IsFreeText)
                .Select(field => $"`{type.Name}.{field.Name}`"))) + ".")
        .Table(["Update", "Meaning", "Shows"], model.Updates.OrderBy(update => update.Kind).Select(update => new[]
        {
            Code(update.Kind), update.Description, update.IsHandleOnly ? "its id and kind" : Names(model.ShownBy(update).Select(type => $"`{type.Name}`")),
        }));

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Distinct().Order(StringComparer.Ordinal));

    internal static string Code<TEnum>(TEnum value) where TEnum : struct, Enum => $"`{EnumNames.NameOf(value)}`";

    internal static string Title(Role role)
    {
        var words = EnumNames.NameOf(role).Replace('_', ' ');
        return words[..1] + words[1..].ToLowerInvariant();
    }

    internal static string Summary<TEnum>(TEnum value) where TEnum : struct, Enum
        => Descriptions.Of(typeof(TEnum).GetField(value.ToString())!)
            ?? throw new InvalidOperationException($"{typeof(TEnum).Name}.{value} has no summary.");
}
