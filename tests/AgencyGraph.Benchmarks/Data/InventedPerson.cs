using System.Globalization;

namespace AgencyGraph.Benchmarks.Data;

/// <summary>A person who does not exist.</summary>
/// <param name="Nhs">From the range 999, which is never issued.</param>
internal sealed record InventedPerson(string Given, string Surname, DateOnly BornOn, string Sex, string Nhs, string Street, string Postcode)
{
    private static readonly string[] Givens = ["Finn", "Priya", "Noah", "Isla", "Hafsa", "Theodore", "Evie", "Ananya", "Zoë", "Oisín", "Amara", "Jakub"];
    private static readonly string[] Surnames = ["Jones", "Taylor", "Fernández", "Khan", "Okafor", "Nowak", "O’Brien", "Singh", "Walker", "Begum"];
    private static readonly string[] Streets = ["Rochdale Old Road", "Park Avenue", "Station Road", "King Street", "Church Street", "Grange Road"];

    public string BornOnText => BornOn.ToString("O", CultureInfo.InvariantCulture);

    public static InventedPerson Child(Random chance, int number) => Make(chance, number, new DateOnly(2009, 6, 1).AddDays(chance.Next(6_000)));

    public static InventedPerson Adult(Random chance, int number) => Make(chance, number, new DateOnly(1970, 1, 1).AddDays(chance.Next(11_000)));

    private static InventedPerson Make(Random chance, int number, DateOnly bornOn) => new(
        Givens[chance.Next(Givens.Length)], Surnames[chance.Next(Surnames.Length)], bornOn, chance.Next(2) == 0 ? "F" : "M", NhsOf(number),
        $"{chance.Next(1, 200)} {Streets[chance.Next(Streets.Length)]}", $"M{chance.Next(1, 30)} {chance.Next(1, 10)}AB");

    /// <summary>Check digit modulo 11; a number whose check would be 10 does not exist, and the next is taken.</summary>
    private static string NhsOf(int number)
    {
        for (var candidate = number * 2; ; candidate++)
        {
            var digits = string.Create(CultureInfo.InvariantCulture, $"999{candidate:D6}");
            var check = 11 - (digits.Select((digit, i) => (digit - '0') * (10 - i)).Sum() % 11);
            if (check != 10)
                return digits + (check == 11 ? 0 : check).ToString(CultureInfo.InvariantCulture);
        }
    }
}
