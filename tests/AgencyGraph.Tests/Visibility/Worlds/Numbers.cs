using System.Globalization;

namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>Numbers that pass their checks.</summary>
internal static class Numbers
{
    private const string UpnLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";

    /// <summary>The next synthetic NHS number from <paramref name="serial"/> on; it moves past those that have no check digit.</summary>
    public static string NhsNumber(ref int serial)
    {
        while (true)
        {
            var nine = string.Create(CultureInfo.InvariantCulture, $"999{serial++:D6}");
            var check = (11 - (nine.Select((digit, i) => (digit - '0') * (10 - i)).Sum() % 11)) % 11;
            if (check != 10)
                return nine + check.ToString(CultureInfo.InvariantCulture);
        }
    }

    public static string Upn(int serial)
    {
        var twelve = string.Create(CultureInfo.InvariantCulture, $"801{serial:D9}");
        return UpnLetters[twelve.Select((digit, i) => (digit - '0') * (i + 2)).Sum() % 23] + twelve;
    }
}
