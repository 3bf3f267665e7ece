using System.Globalization;
using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Retention;

/// <summary>The schedule that is built in (see Data/README.md).</summary>
internal sealed class RetentionFigures
{
    public IReadOnlyList<RetentionFigure> All { get; } = [.. CsvTable.Read("schedule.csv", "Retention").Select(Read)];

    private static RetentionFigure Read(IReadOnlyDictionary<string, string> row) => new(
        row["code"],
        EnumNames.Parse<AgencyKind>(row["agency_kind"]),
        EnumNames.TryParse<RecordKind>(row["record_kind"], out var kind) ? kind : null,
        row["what"],
        EnumNames.TryParse<RunsFrom>(row["runs_from"], out var from) ? from : null,
        row["years"].Length > 0 ? int.Parse(row["years"], CultureInfo.InvariantCulture) : null,
        EnumNames.Parse<FigureStatus>(row["status"]),
        row["source"],
        row["checked"].Length > 0 ? DateOnly.ParseExact(row["checked"], "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        row["note"]);
}
