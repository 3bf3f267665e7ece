using System.Collections.Frozen;
using System.Globalization;
using AgencyGraph.Agencies;

namespace AgencyGraph.Timeliness.Days;

/// <summary>The bank holidays of England and Wales that are built in, and the days between which they are all known (see Data/README.md).</summary>
public sealed class BankHolidays
{
    private const string Division = "england-and-wales";

    private readonly FrozenSet<DateOnly> days;

    public BankHolidays()
    {
        All = [.. CsvTable.Read("bank-holidays.csv", "Timeliness").Select(row => new BankHoliday(Day(row["day"]), row["name"], row["note"]))];
        days = All.Select(holiday => holiday.Day).ToFrozenSet();
        var horizon = CsvTable.Read("horizon.csv", "Timeliness").Single(row => row["division"] == Division);
        (KnownFrom, KnownUntil) = (Day(horizon["known_from"]), Day(horizon["known_until"]));
        (Source, CheckedOn) = (horizon["source"], Day(horizon["checked"]));
        if (All.Any(holiday => !IsKnown(holiday.Day)) || days.Count < All.Count)
            throw new InvalidOperationException("A bank holiday is listed twice, or lies outside the days that are said to be known.");
    }

    public IReadOnlyList<BankHoliday> All { get; }

    public DateOnly KnownFrom { get; }

    /// <summary>The last day of which is known whether it is a holiday.</summary>
    public DateOnly KnownUntil { get; }

    public string Source { get; }

    public DateOnly CheckedOn { get; }

    public bool IsKnown(DateOnly day) => day >= KnownFrom && day <= KnownUntil;

    /// <summary>Null where it is not known.</summary>
    public bool? IsHoliday(DateOnly day) => IsKnown(day) ? days.Contains(day) : null;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <param name="Note">Moved, a substitute, or held once; empty for one of the ordinary kind.</param>
public sealed record BankHoliday(DateOnly Day, string Name, string Note);
