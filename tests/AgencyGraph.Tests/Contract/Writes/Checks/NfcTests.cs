using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Tests.Contract.Writes.Checks;

public sealed class NfcTests
{
    [Theory]
    [InlineData("Sia\u0302n", "Siân")]
    [InlineData("Siân", "Siân")]
    [InlineData("Wis\u0301niewska", "Wiśniewska")]
    [InlineData("e\u0323\u0302", "ệ")]
    [InlineData("e\u0302\u0323", "ệ")]
    [InlineData("\u212Bngstro\u0308m", "Ångström")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("한\u1100\u1173\u11AF", "한글")]
    [InlineData("\u0958", "\u0915\u093C")] // excluded from composition
    [InlineData("a\u0315\u0300\u05AE\u0300b", "à\u05AE\u0300\u0315b")] // NormalizationTest.txt
    [InlineData("o\u0338\u0301", "ó\u0338")]
    [InlineData("o\u0305\u0301", "o\u0305\u0301")] // blocked by a mark of the same class
    [InlineData("👧 ’ “", "👧 ’ “")]
    [InlineData("\U0001109B", "\U0001109B")]
    [InlineData("\U00011099\U000110BA", "\U0001109A")]
    public void Text_is_composed(string text, string composed) => Assert.Equal(composed, Nfc.Compose(text));
}
