using System.Globalization;

namespace AgencyGraph.Commands.Demo.Region;

/// <summary>
/// NHS numbers and unique pupil numbers, no two alike. The former begin with 999: that range is for tests and belongs to nobody.
/// </summary>
internal sealed class Numbers(Chance chance)
{
    private const int TestNumbers = 1_000_000;
    private const int Stride = 7_919; // A prime, so that the walk meets each number once.
    private const string CheckLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private int nhsNumber = chance.Between(0, TestNumbers - 1);
    private int pupil = chance.Between(0, 99_999);

    public string NextNhsNumber()
    {
        while (true)
        {
            nhsNumber = (nhsNumber + Stride) % TestNumbers;
            var digits = string.Create(CultureInfo.InvariantCulture, $"999{nhsNumber:D6}");
            var check = (11 - (digits.Select((digit, place) => (digit - '0') * (10 - place)).Sum() % 11)) % 11;
            if (check < 10)
                return string.Create(CultureInfo.InvariantCulture, $"{digits}{check}");
        }
    }

    /// <param name="authority">The local authority number of the school.</param>
    /// <param name="year">The year in which the child came to school.</param>
    public string NextUpn(int authority, int year)
    {
        pupil = (pupil + 1) % 10_000_000;
        var digits = string.Create(CultureInfo.InvariantCulture, $"{authority:D3}{2000 + (pupil / 1000):D4}{year % 100:D2}{pupil % 1000:D3}");
        var letter = CheckLetters[digits.Select((digit, place) => (digit - '0') * (place + 2)).Sum() % CheckLetters.Length];
        return $"{letter}{digits}";
    }
}
