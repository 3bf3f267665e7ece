using AgencyGraph.Children;

namespace AgencyGraph.Tests.Children;

public sealed class UpnTests
{
    private const string Right = "B801200005001";

    [Fact]
    public void The_right_check_letter_is_taken_and_every_other_refused()
    {
        Assert.True(Upn.TryParse(Right, out var upn));
        Assert.Equal(Right, upn.Value);

        foreach (var letter in "ACDEFGHIJKLMNOPQRSTUVWXYZ")
            Assert.False(Upn.TryParse(letter + Right[1..], out _));
    }

    [Fact]
    public void A_temporary_one_ends_in_a_letter_and_is_checked_too()
    {
        const string Letters = "ABCDEFGHJKLMNPQRTUVWXYZ";

        foreach (var last in Letters)
            Assert.Single(Letters, first => Upn.TryParse($"{first}80120000500{last}", out _));
        foreach (var last in "IOSa-")
            Assert.DoesNotContain(Letters, first => Upn.TryParse($"{first}80120000500{last}", out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("b801200005001")]
    [InlineData("B80120000500")]
    [InlineData("B8012000050011")]
    [InlineData("B801200005001\n")]
    [InlineData("B80120000500١")]
    [InlineData("B80120000٥001")]
    public void What_has_not_the_form_is_refused(string? text) => Assert.False(Upn.TryParse(text, out _));
}
