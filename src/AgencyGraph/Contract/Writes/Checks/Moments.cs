using System.Globalization;
using System.Text.RegularExpressions;
using AgencyGraph.Storage;

namespace AgencyGraph.Contract.Writes.Checks;

/// <summary>Instants and dates as they may come in: ISO 8601, an instant always with its offset.</summary>
public static partial class Moments
{
    public const int FirstYear = 1900;

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <returns>The instant in UTC, cut to the millisecond; null when it is at fault.</returns>
    public static DateTime? Instant(string text, FieldPath at, Faults faults)
    {
        if (!WithOffset().IsMatch(text ?? ""))
        {
            faults.Add(at, WithoutOffset().IsMatch(text ?? "")
                ? "has no offset; write the time with Z or +hh:mm, for example 2026-10-01T01:35:00+01:00."
                : "is not an ISO 8601 instant; write it like 2026-10-01T01:35:00+01:00.");
            return null;
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            faults.Add(at, "is not a real date and time; check day, month, hour and offset.");
        else if (instant.Year < FirstYear)
            faults.Add(at, "lies before 1900; check the year.");
        else
            return Instants.ToMillisecond(instant.UtcDateTime);
        return null;
    }

    /// <summary>
    /// The same of what has happened. There is no tolerance: a clock that runs ahead would falsify every figure of timeliness, and its owner is told.
    /// </summary>
    public static DateTime? NotInFuture(string text, FieldPath at, DateTime now, Faults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var instant = Instant(text, at, faults);
        if (instant > now)
            faults.Add(at, "lies in the future; check the time and its offset, and the sender's clock.");
        return instant;
    }

    /// <returns>The date; null when it is at fault.</returns>
    public static DateOnly? Date(string text, FieldPath at, Faults faults)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            faults.Add(at, DateShape().IsMatch(text ?? "") ? "is not a day of the calendar." : "is not a date; write it like 2015-02-28.");
        else if (date.Year < FirstYear)
            faults.Add(at, "lies before 1900; check the year.");
        else
            return date;
        return null;
    }

    /// <summary>The day in England on which an instant fell.</summary>
    public static DateOnly LondonDate(DateTime instant) => DateOnly.FromDateTime(LondonTime(instant));

    /// <summary>An instant as clocks in England showed it.</summary>
    public static DateTime LondonTime(DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(instant, London);

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex WithOffset();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?\z")]
    private static partial Regex WithoutOffset();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}\z")]
    private static partial Regex DateShape();
}
