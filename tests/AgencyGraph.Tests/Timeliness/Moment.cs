using System.Globalization;

namespace AgencyGraph.Tests.Timeliness;

internal static class Moment
{
    public static DateTime At(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
