using AgencyGraph.Access;
using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using AgencyGraph.Visibility.Law;

namespace AgencyGraph.Commands.ExportSchema;

/// <summary>The part of <c>visibility.md</c> in which each role stands by itself: all that it may do and see, and on what that rests.</summary>
internal static class RoleSection
{
    private static readonly string[][] Unsearched = [["May not", "List or search: records are found by their ids alone. No updates are followed."]];

    public static void Print(Page page)
    {
        _ = page.Heading(2, "Each role by itself")
            .Paragraph("The same answers as in the tables below, for whoever signs for one role. What is not named here the role is not shown.");
        foreach (var role in Enum.GetValues<Role>())
            Print(page, Grants.Of(role), VisibilityPage.Title(role));
        foreach (var grant in Grants.InEmergency.Values.OrderBy(grant => grant.Role))
            Print(page, grant, VisibilityPage.TitleInEmergency(grant.Role));
    }

    private static void Print(Page page, Grant grant, string title)
    {
        _ = page.Heading(3, title)
            .Paragraph($"{grant.Words} Held at: {Kinds(grant.Role)}.")
            .Table(["Question", "Answer"],
            [
                .. grant.Purposes.Select(purpose => new[] { $"For {VisibilityPage.Code(purpose)} it rests on", Bases(grant.Role, purpose) }),
                ["May", Sentences(grant.Permissions.Select(permission => VisibilityPage.Summary(permission)))],
                .. grant.MaySearch ? [] : Unsearched,
                .. SeenKinds(grant).Select(kind => new[] { $"Sees of {Name(kind)}", grant.Rows[kind].Words }),
                ["Is shown, on those", Names(Shown(grant, detail => detail.IsAlways))],
                .. Shown(grant, detail => detail is { IsAlways: false, IsNever: false })
                    .Select(detail => new[] { $"Is shown {Name(detail)}", $"on {grant[detail].Words}" }),
            ]);
    }

    private static string Kinds(Role role)
    {
        var kinds = Enum.GetValues<AgencyKind>().Where(kind => AgencyRoles.Suits(role, kind)).ToArray();
        return kinds.Length == Enum.GetValues<AgencyKind>().Length ? "any agency" : string.Join(", ", kinds.Select(Name));
    }

    private static string Bases(Role role, Purpose purpose)
        => string.Join("; ", LegalBases.Of(role, purpose).Select(basis => $"{basis.Document} {basis.Section}"));

    private static IEnumerable<RecordKind> SeenKinds(Grant grant)
        => Enum.GetValues<RecordKind>().Where(kind => grant.Rows[kind] != RowRules.NoRecord);

    private static IEnumerable<Detail> Shown(Grant grant, Func<DetailGrant, bool> isSo)
        => Enum.GetValues<Detail>().Where(detail => isSo(grant[detail]));

    private static string Names(IEnumerable<Detail> details) => string.Join(", ", details.Select(Name));

    private static string Sentences(IEnumerable<string> summaries) => string.Join(" ", summaries);

    private static string Name<TEnum>(TEnum value) where TEnum : struct, Enum => EnumNames.NameOf(value).Replace('_', ' ').ToLowerInvariant();
}
