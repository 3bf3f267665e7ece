using System.Globalization;
using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using AgencyGraph.Timeliness.Days;

namespace AgencyGraph.Timeliness.Clocks;

/// <summary>From the rows of the built-in files to clocks.</summary>
internal static class ClockFile
{
    public static Clock Clock(IReadOnlyDictionary<string, string> row)
    {
        var (code, council, edition) = (row["code"], row["council"], row["edition"]);
        return new()
        {
            Key = new ClockKey(council.Length > 0 ? $"{code}.{council}.{edition}" : $"{code}.{edition}"),
            Code = code,
            CouncilCode = council.Length > 0 ? new AgencyCode(council) : null,
            Edition = Number(edition),
            What = row["what"],
            Starts = row["starts"],
            Stops = row["stops"],
            Limit = row["limit"].Length > 0 ? Number(row["limit"]) : null,
            Unit = EnumNames.Parse<ClockUnit>(row["unit"]),
            Direction = EnumNames.Parse<ClockDirection>(row["direction"]),
            Convention = row["convention"].Length > 0 ? EnumNames.Parse<DayConvention>(row["convention"]) : null,
            Hours = row["hours"].Length > 0 ? row["hours"] : null,
            AmberPercent = Number(row["amber"]),
            Pauses = row["pauses"],
            Status = EnumNames.Parse<ClockStatus>(row["status"]),
            Source = row["source"],
            CheckedOn = Day(row["checked"]),
            ValidFrom = Day(row["valid_from"]),
            ValidTo = Day(row["valid_to"]),
            Note = row["note"],
        };
    }

    public static EscalationStep Step(IReadOnlyDictionary<string, string> row) => new(
        row["clock"], Number(row["after"]), EnumNames.Parse<EscalationLevel>(row["level"]), EnumNames.Parse<ClockStatus>(row["status"]), row["source"], row["note"]);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string text) => text.Length > 0 ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
