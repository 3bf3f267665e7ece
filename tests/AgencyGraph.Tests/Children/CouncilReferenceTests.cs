using AgencyGraph.Agencies;
using AgencyGraph.Children;
using CsCheck;

namespace AgencyGraph.Tests.Children;

public sealed class CouncilReferenceTests
{
    [Theory]
    [InlineData("BUR/CH/00012.3-a")]
    [InlineData("1")]
    [InlineData("0123456789012345678901234567890123456789")]
    public void A_councils_own_reference_is_taken_as_it_is(string text)
    {
        Assert.True(CouncilReference.TryParse(text, out var reference));
        Assert.Equal(text, reference.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("01234567890123456789012345678901234567890")]
    [InlineData("a b")]
    [InlineData("a\0")]
    [InlineData("a\u202Eb")]
    [InlineData("é")]
    [InlineData("a_b")]
    [InlineData("<a>")]
    public void Anything_else_is_refused(string? text) => Assert.False(CouncilReference.TryParse(text, out _));

    /// <summary>Right ones with one character put in, taken out or changed, control and bidirectional characters among them.</summary>
    [Fact]
    public void No_reference_or_number_ever_holds_a_character_that_it_may_not()
    {
        var seeds = Gen.OneOf("GMP/2026/1033218", "9990000018", "B801200005001", "BUR/12.3-a");
        var character = Gen.OneOf(
            Gen.Char, Gen.Char['\0', '\u001f'], Gen.OneOf('\u007f', '\u202e', '\u2066', '\ufeff', '\ud800', '\udfff', '\u0660'));

        Gen.Select(seeds, Gen.Int[0, 20], character, Gen.Int[0, 2]).Sample(
            (seed, position, put, way) =>
            {
                var at = Math.Min(position, seed.Length - 1);
                var text = way switch
                {
                    0 => seed.Insert(at, put.ToString()),
                    1 => seed.Remove(at, 1),
                    _ => seed.Remove(at, 1).Insert(at, put.ToString()),
                };
                var isTaken = NhsNumber.TryParse(text, out _) || Upn.TryParse(text, out _) || ForceReference.TryParse(text, out _)
                    || CouncilReference.TryParse(text, out _);
                return !isTaken || text.All(one => char.IsAsciiLetterOrDigit(one) || one is '/' or '-' or '.');
            },
            iter: 20_000);
    }
}
