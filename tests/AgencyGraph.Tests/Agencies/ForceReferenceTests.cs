using AgencyGraph.Agencies;

namespace AgencyGraph.Tests.Agencies;

public sealed class ForceReferenceTests
{
    [Theory]
    [InlineData("GMP/2026/1033218", "GMP")]
    [InlineData("AB/1900/1", "AB")]
    [InlineData("ABCDEF/9999/0123456789", "ABCDEF")]
    public void A_prefix_a_year_and_a_number_make_a_reference(string text, string prefix)
    {
        Assert.True(ForceReference.TryParse(text, out var reference));
        Assert.Equal(text, reference.Value);
        Assert.Equal(prefix, reference.Prefix);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("GMP/2026")]
    [InlineData("GMP/2026/1/2")]
    [InlineData("gmp/2026/1")]
    [InlineData("G/2026/1")]
    [InlineData("ABCDEFG/2026/1")]
    [InlineData("GMP/1899/1")]
    [InlineData("GMP/26/1")]
    [InlineData("GMP/2026/")]
    [InlineData("GMP/2026/01234567890")]
    [InlineData("GMP/2026/-1")]
    [InlineData("GMP/2026/1\n")]
    [InlineData("GMP/2026/1\0")]
    [InlineData("GMP/٢٠٢٦/1")]
    [InlineData(" GMP/2026/1")]
    public void Anything_else_is_refused(string? text) => Assert.False(ForceReference.TryParse(text, out _));
}
