using System.Globalization;
using AgencyGraph.Visibility;
using AgencyGraph.Visibility.Law;

namespace AgencyGraph.Commands.ExportSchema;

/// <summary>The part of <c>visibility.md</c> on purposes and the law.</summary>
internal static class LawSection
{
    public static void Print(Page page)
    {
        _ = page.Heading(2, "Purposes and their legal basis")
            .Paragraph("Each request and each stream states one purpose of this list. The bases follow from the role and the purpose; nobody chooses them.")
            .Table(["Purpose", "Meaning", "May be stated by"], Enum.GetValues<Purpose>().Select(purpose => new[]
            {
                VisibilityPage.Code(purpose), VisibilityPage.Summary(purpose), Titles(Stating(purpose)),
            }))
            .Table(["Purpose", "Roles", "Rests on", "For records of one kind also"], Enum.GetValues<Purpose>().SelectMany(Rows))
            .Heading(3, "The law")
            .Table(["Basis", "Document", "Place", "Says", "Checked"], LegalBases.All.Select(basis => new[]
            {
                Name(basis), basis.Document, basis.Section, basis.Words, Check(basis),
            }));
    }

    private static IEnumerable<string[]> Rows(Purpose purpose) => Stating(purpose)
        .GroupBy(role => (General: Names(LegalBases.Of(role, purpose)), Particular: Particular(role, purpose)))
        .Select(roles => new[] { VisibilityPage.Code(purpose), Titles(roles), roles.Key.General, roles.Key.Particular });

    private static string Particular(Role role, Purpose purpose)
        => string.Join("; ", from kind in Enum.GetValues<RecordKind>()
                             let more = LegalBases.Of(role, purpose, kind).Except(LegalBases.Of(role, purpose)).ToArray()
                             where more.Length > 0
                             select $"{kind}: {Names(more)}");

    private static IEnumerable<Role> Stating(Purpose purpose) => Enum.GetValues<Role>().Where(role => Grants.Of(role).Purposes.Contains(purpose));

    private static string Titles(IEnumerable<Role> roles) => string.Join(", ", roles.Select(VisibilityPage.Title));

    private static string Names(IEnumerable<LegalBasis> bases) => string.Join(", ", bases.Select(Name));

    private static string Name(LegalBasis basis) => $"`{basis.Code}`";

    private static string Check(LegalBasis basis) => basis.CheckedOn is { } day
        ? $"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, against {basis.Source}"
        : "not yet: general knowledge";
}
