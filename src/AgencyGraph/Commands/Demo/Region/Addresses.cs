using System.Globalization;
using AgencyGraph.Children;

namespace AgencyGraph.Commands.Demo.Region;

/// <summary>Addresses in a council's towns. Streets and the second halves of postcodes are invented.</summary>
internal sealed class Addresses(Chance chance)
{
    private const string UnitLetters = "ABDEFGHJLNPQRSTUWXYZ"; // Postcodes have no C, I, K, M, O, V there.

    private static readonly string[] Streets =
    [
        "Larkspindle", "Quernstone", "Tansywell", "Hobthrush", "Weftgarth", "Ottershaw Mill", "Bobbinfold", "Thrumhall", "Skylark Bank",
        "Cinderhag", "Marlpit Nook", "Shuttlebrow", "Fustian", "Heronsgill", "Twistleton Moor", "Puddlers", "Carder's", "St Wilfreda's",
    ];

    private static readonly string[] Kinds = ["Road", "Street", "Avenue", "Close", "Drive", "Fold", "Lane", "Court"];

    public AddressInput In(SampleCouncil council, bool isSafe = false)
    {
        var place = chance.Of(council.Places);
        var street = string.Create(CultureInfo.InvariantCulture, $"{chance.Between(1, 240)} {chance.Of(Streets)} {chance.Of(Kinds)}");
        var flat = string.Create(CultureInfo.InvariantCulture, $"Flat {chance.Between(1, 40)}");
        var postcode = $"{place.District} {chance.Between(1, 9)}{Letter()}{Letter()}";
        return new AddressInput { Lines = chance.In(0.2) ? [flat, street, place.Town] : [street, place.Town], Postcode = postcode, IsSafe = isSafe };
    }

    private char Letter() => UnitLetters[chance.Between(0, UnitLetters.Length - 1)];
}
