using System.Globalization;
using AgencyGraph.Contract.Engine;
using AgencyGraph.Retention;
using AgencyGraph.Storage;

namespace AgencyGraph.Commands.ExportSchema;

/// <summary><c>retention.md</c>: for how long records are kept until their controller looks at them, each figure with its document.</summary>
internal static class RetentionPage
{
    public static string Print(RetentionFigures figures)
        => new Page()
            .Heading(1, "How long records are kept")
            .Paragraph("Printed by `export-schema` from the schedule that is built in; a test compares it. Nothing is erased by a figure: when the time of a record is "
                + "over, it is put before the agency that answers for it (`retentionReviews`), which decides (`decideRetention`). A controller's own figures, "
                + "`Retention:Schedule` in [configuration.md](configuration.md), come before these. **Before it holds real records, each controller sets its own.**")
            .Heading(2, "What the exchange counts")
            .Table(["Record", "Kept by", "Counted from", "Years", "Status", "Document", "Checked", "Note"], figures.All.Where(figure => figure.RecordKind is not null).Select(Row))
            .Heading(2, "What whoever decides looks at")
            .Paragraph("The exchange does not know of which kind a case was. Where it was one of these, the record is kept: `KEEP`, with the day.")
            .Table(["Case", "Kept by", "Counted from", "Years", "Status", "Document", "Checked", "Note"], figures.All.Where(figure => figure.RecordKind is null).Select(Row))
            .Heading(2, "Counted from")
            .Table(["", "Means"], Meanings<RunsFrom>())
            .Heading(2, "Status")
            .Table(["", "Means"], Meanings<FigureStatus>())
            .ToString();

    private static string[] Row(RetentionFigure figure) =>
    [
        figure.What, EnumNames.NameOf(figure.AgencyKind), figure.RunsFrom is { } from ? EnumNames.NameOf(from) : "", figure.Years?.ToString(CultureInfo.InvariantCulture) ?? "none",
        EnumNames.NameOf(figure.Status), figure.Source, figure.CheckedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "not yet: general knowledge", figure.Note,
    ];

    private static IEnumerable<string[]> Meanings<TEnum>() where TEnum : struct, Enum
        => Enum.GetValues<TEnum>().Select(value => new[]
        {
            EnumNames.NameOf(value),
            string.Join(' ', (Descriptions.Of(typeof(TEnum).GetField(value.ToString())!) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        });
}
